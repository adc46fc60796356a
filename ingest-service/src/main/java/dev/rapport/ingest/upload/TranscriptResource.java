package dev.rapport.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.ingest.body.Body;
import dev.rapport.ingest.conversation.Conversations;
import dev.rapport.ingest.conversation.Known;
import dev.rapport.ingest.problem.ProblemType;
import dev.rapport.ingest.tenant.CurrentTenant;
import dev.rapport.ingest.transcript.SpeakerCount;
import dev.rapport.ingest.transcript.Warning;
import dev.rapport.ingest.turn.TurnIntake;
import io.smallrye.common.annotation.Blocking;

/** A transcript file in, a closed conversation out. */
@Path("/transcripts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class TranscriptResource {

    @Inject
    Conversations conversations;
    @Inject
    TurnIntake intake;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;
    @Context
    UriInfo uri;

    /** The same for every upload of the same transcript. */
    record Answer(String conversation, String learner, String format, int turns, List<SpeakerCount> speakers,
            List<Warning> warnings) {
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response form(@BeanParam UploadForm form) {
        if (form.file == null) {
            throw ProblemType.MALFORMED_REQUEST
                    .because("There is no part named file. Send the transcript as that part.");
        }
        if (form.file.size() >= Body.TOO_LARGE) {
            throw ProblemType.TOO_LARGE.because(Body.tooLarge(Body.TOO_LARGE));
        }
        try {
            return receive(form.told().or(query()),
                    Files.readAllBytes(form.file.uploadedFile()),
                    form.file.fileName());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("a received file cannot be read", unreadable);
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response raw(InputStream sent) {
        return receive(query(), Body.of(sent).bytes(),
                uri.getQueryParameters().getFirst("fileName"));
    }

    private Told query() {
        return Told.in(uri.getQueryParameters()::getFirst);
    }

    private Response receive(Told told, byte[] transcript, String fileName) {
        Reception reception = Reception.of(tenant.id(), told, transcript, fileName);
        if (reception instanceof Reception.WhichLearner which) {
            throw ProblemType.WHICH_LEARNER.told(which.detail()).with("speakers", which.speakers()).build();
        }
        if (reception instanceof Reception.Refused refused) {
            throw refused.errors().isEmpty()
                    ? refused.type().because(refused.detail())
                    : refused.type().because(refused.detail(), refused.errors());
        }
        return take((Reception.Conversation) reception);
    }

    private Response take(Reception.Conversation read) {
        ConversationOpened opened = read.opened();
        Optional<Known> known = conversations.find(opened.tenant(), opened.conversation());
        if (known.isPresent() && !read.upload().equals(known.get().upload())) {
            throw ProblemType.CONVERSATION_TAKEN.because(
                    "Another conversation already has that id. Choose another, or leave it out to have one made.");
        }
        Answer answer = new Answer(opened.conversation(), opened.learner(), read.imported().format(),
                read.turns().size(), read.imported().speakers(), read.imported().warnings());
        if (known.isPresent() && known.get() instanceof Known.Closed) {
            return Response.ok(answer).build();
        }
        // open, with the same upload: it broke off last time, and sending all of it again mends it
        conversations.open(opened, read.upload());
        intake.take(opened.tenant(), read.turns());
        conversations.close(
                new ConversationClosed(opened.tenant(), opened.conversation(), read.turns().size(), clock.instant()),
                read.upload());
        return Response.created(URI.create("/conversations/" + opened.conversation())).entity(answer).build();
    }
}
