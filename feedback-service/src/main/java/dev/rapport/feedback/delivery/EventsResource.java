package dev.rapport.feedback.delivery;

import java.time.Clock;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.events.Ids;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;
import io.smallrye.common.annotation.Blocking;

/** Tells whoever is looking that there is a new message. */
@Path("/learners/{learner}/events")
@Tag(name = "Learners")
public class EventsResource {

    private static final String LAST = "Last-Event-ID";
    private static final String EXAMPLE = """
            event: message
            id: m-6f1c9e0b7a2d4c581f0e22aa
            data: {"message": "m-6f1c9e0b7a2d4c581f0e22aa", "composedAt": "2026-03-02T10:15:00Z", \
            "link": "https://rapport.example/learners/mara-lind/messages/m-6f1c9e0b7a2d4c581f0e22aa"}
            """;

    @Inject
    OpenStreams streams;
    @Inject
    Outside outside;
    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(summary = "A learner's new messages as they come", description = "Server-sent events: one \"message\" for each, and a comment every 15 seconds. A browser that comes back with Last-Event-ID is told what it missed.")
    @APIResponse(responseCode = "200", description = "A stream", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "a message", value = EXAMPLE)))
    public void stream(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @Parameter(description = "id of the last message the client was told of") @HeaderParam(LAST) String last,
            @Context SseEventSink sink, @Context Sse sse) {
        String owner = Tenant.of(tenant).id();
        String of = Tenant.id("learner", learner);
        LearnerStream stream = new LearnerStream(owner, of, clock.instant(), outside.payloads().pages(), sink, sse);
        if (!streams.add(stream)) {
            throw Problems.tooManyStreams();
        }
        stream.greet();
        if (Ids.isValid(last)) {
            streams.missed(owner, of, last).forEach(stream::tell);
        }
    }
}
