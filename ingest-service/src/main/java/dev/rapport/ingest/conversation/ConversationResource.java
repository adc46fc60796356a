package dev.rapport.ingest.conversation;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Ids;
import dev.rapport.events.Participant;
import dev.rapport.ingest.body.Body;
import dev.rapport.ingest.json.Fields;
import dev.rapport.ingest.json.Json;
import dev.rapport.ingest.json.JsonReader;
import dev.rapport.ingest.json.MalformedJson;
import dev.rapport.ingest.problem.Fault;
import dev.rapport.ingest.problem.ProblemType;
import dev.rapport.ingest.tenant.CurrentTenant;
import io.smallrye.common.annotation.Blocking;

/** Opening and closing a conversation. */
@Path("/conversations/{conversation}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {

    /** A hundred participants with the longest names fit many times. */
    private static final long LARGEST_ANNOUNCEMENT = 200_000;

    @Inject
    Conversations conversations;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(String conversation, String learner, List<Participant> participants, String kind, String stage,
            String language) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closing(String conversation, Integer turns) {
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("conversation") String conversation, InputStream sent) {
        if (!Ids.isValid(conversation)) {
            throw ProblemType.INVALID_CONVERSATION.because("See errors for what to correct.", List.of(Fault.of(
                    "conversation", "a conversation's id must be 1 to 128 letters, digits, '.', '-' or '_'",
                    "choose another id")));
        }
        ConversationOpened opened = complete(Announcement.read(tenant.id(), conversation, json(sent)));
        Optional<Known> known = conversations.find(tenant.id(), conversation);
        if (known.isPresent()) {
            mayBecome(known.get(), opened);
        }
        conversations.open(opened, null);
        Opened answer = new Opened(conversation, opened.learner(), opened.participants(), opened.kind(),
                opened.stage(), opened.language());
        return known.isPresent()
                ? Response.ok(answer).build()
                : Response.created(URI.create("/conversations/" + conversation)).entity(answer).build();
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.WILDCARD)
    public Response close(@PathParam("conversation") String conversation, InputStream sent) {
        Known known = conversations.find(tenant.id(), conversation).orElseThrow(Conversations::unknown);
        Integer turns = turns(sent);
        if (known instanceof Known.Open) {
            conversations.close(new ConversationClosed(tenant.id(), conversation, turns, clock.instant()), null);
        }
        return Response.accepted(new Closing(conversation, turns)).build();
    }

    private static ConversationOpened complete(Announcement announcement) {
        if (announcement instanceof Announcement.Refused refused) {
            throw refused.faults().isEmpty()
                    ? refused.type().because(refused.detail())
                    : refused.type().because(refused.detail(), refused.faults());
        }
        return ((Announcement.Complete) announcement).opened();
    }

    private static void mayBecome(Known known, ConversationOpened announced) {
        if (!(known instanceof Known.Open open)) {
            throw ProblemType.CONVERSATION_CLOSED
                    .because("It was closed and is not opened again. Choose another id for another conversation.");
        }
        // what was taken so far was judged as another person's
        if (!open.opened().learner().equals(announced.learner())) {
            throw ProblemType.CONVERSATION_TAKEN
                    .because("It was opened for another learner. Choose another id for another conversation.");
        }
    }

    private static Json json(InputStream sent) {
        String text = Body.of(sent, LARGEST_ANNOUNCEMENT).text()
                .orElseThrow(() -> ProblemType.MALFORMED_JSON.because("The body is not UTF-8. Send it as UTF-8."));
        try {
            return JsonReader.one(text, 1);
        } catch (MalformedJson malformed) {
            throw ProblemType.MALFORMED_JSON.because("See errors for where it stops being JSON.",
                    List.of(malformed.fault()));
        }
    }

    private static Integer turns(InputStream sent) {
        byte[] body = Body.of(sent, LARGEST_ANNOUNCEMENT).bytes();
        if (body.length == 0) {
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        Json json = json(new java.io.ByteArrayInputStream(body));
        Integer turns = null;
        if (json instanceof Json.Members object) {
            Fields fields = new Fields(object, faults);
            Optional<Long> told = fields.whole("turns");
            if (told.isPresent() && (told.get() < 0 || told.get() > Turns.LAST)) {
                fields.fault("turns", "turns must be 0 to " + Turns.LAST, "send how many turns there are, or nothing");
            }
            turns = faults.isEmpty() ? told.map(Long::intValue).orElse(null) : null;
        } else {
            faults.add(new Fault(null, json.at().line(), json.at().column(),
                    "the body must be an object, not " + json.what(), "send {\"turns\": 42} or nothing"));
        }
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_CONVERSATION.because("See errors for what to correct.", faults);
        }
        return turns;
    }
}
