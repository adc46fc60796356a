package dev.rapport.ingest.turn;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.rapport.events.ConversationOpened;
import dev.rapport.ingest.body.Body;
import dev.rapport.ingest.body.Lines;
import dev.rapport.ingest.conversation.Conversations;
import dev.rapport.ingest.json.JsonReader;
import dev.rapport.ingest.json.MalformedJson;
import dev.rapport.ingest.problem.Fault;
import dev.rapport.ingest.problem.ProblemType;
import dev.rapport.ingest.tenant.CurrentTenant;
import io.smallrye.common.annotation.Blocking;

/** Turns of an open conversation: one, a list, or one a line. */
@Path("/conversations/{conversation}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class TurnResource {

    @Inject
    Conversations conversations;
    @Inject
    TurnIntake intake;
    @Inject
    CurrentTenant tenant;

    /** @param refused one for each fault, so that a turn with two faults stands twice */
    record Answer(int accepted, List<RefusedTurn> refused) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusedTurn(Integer line, Integer turn, String field, Integer column, String problem, String todo) {
    }

    @POST
    @Path("/turns")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response json(@PathParam("conversation") String conversation, InputStream sent) {
        ConversationOpened opened = conversations.takingTurns(tenant.id(), conversation);
        TurnReader reader = new TurnReader(opened);
        String body = Body.of(sent).text()
                .orElseThrow(() -> ProblemType.MALFORMED_JSON.because("The body is not UTF-8. Send it as UTF-8."));
        record Read(Reading reading, String raw) {
        }
        List<Read> turns = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        try {
            // all of it is read before any of it is sent: half a list is no list
            JsonReader.each(body, (json, raw) -> {
                Reading reading = reader.read(json);
                boolean bad = reading instanceof Reading.Refused;
                turns.add(new Read(reading, bad ? raw : null));
                return !bad || refused.incrementAndGet() < TurnIntake.MOST_REFUSED;
            });
        } catch (MalformedJson malformed) {
            throw ProblemType.MALFORMED_JSON.because("See errors for where it stops being JSON. No turn was taken.",
                    List.of(malformed.fault()));
        }
        TurnIntake.Batch batch = intake.begin(opened);
        for (Read read : turns) {
            batch.add(read.reading(), () -> read.raw().getBytes(StandardCharsets.UTF_8));
        }
        return answer(batch.finish(), refused.get() < TurnIntake.MOST_REFUSED);
    }

    @POST
    @Path("/turns")
    @Consumes({"application/x-ndjson", "application/ndjson", "application/jsonl"})
    public Response lines(@PathParam("conversation") String conversation, InputStream sent) {
        ConversationOpened opened = conversations.takingTurns(tenant.id(), conversation);
        TurnReader reader = new TurnReader(opened);
        TurnIntake.Batch batch = intake.begin(opened);
        Lines lines = new Lines(Body.of(sent));
        boolean goOn = true;
        Optional<Lines.Line> next = lines.next();
        while (next.isPresent() && goOn) {
            Lines.Line line = next.get();
            goOn = batch.add(reader.read(line), line::bytes);
            next = goOn ? lines.next() : Optional.empty();
        }
        return answer(batch.finish(), goOn);
    }

    private static Response answer(TurnIntake.Tally tally, boolean complete) {
        if (complete && tally.accepted() > 0) {
            return Response.accepted(new Answer(tally.accepted(), tally.refused().stream()
                    .flatMap(r -> r.faults().stream().map(f -> refused(r.turn(), f))).toList())).build();
        }
        List<Fault> faults = tally.refused().stream().flatMap(r -> r.faults().stream()).toList();
        throw ProblemType.TURNS_REFUSED.told(why(tally, complete)).with("accepted", tally.accepted())
                .with("errors", faults).build();
    }

    private static String why(TurnIntake.Tally tally, boolean complete) {
        if (!complete) {
            return "Reading stopped after " + TurnIntake.MOST_REFUSED + " refused turns. Correct them and send the"
                    + " whole again; the turns already taken are not doubled.";
        }
        return tally.refused().isEmpty()
                ? "There is no turn in the body. Send at least one."
                : "None of the turns can be used. See errors for what to correct.";
    }

    private static RefusedTurn refused(Integer turn, Fault fault) {
        return new RefusedTurn(fault.line(), turn, fault.field(), fault.column(), fault.problem(), fault.todo());
    }
}
