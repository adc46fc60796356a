package dev.rapport.feedback.live;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;
import io.smallrye.mutiny.Multi;

/** Nudges as server-sent events. */
@Path("/learners/{learner}/live")
@Tag(name = "Live")
public class LiveResource {

    private static final String LAST = "Last-Event-ID";
    private static final long TRY_AGAIN_MILLIS = 5_000;

    private static final String EXAMPLE = """
            :still here
            retry:5000

            content-type:application/json
            id:n-6f1c9e0b7a2d4c581f0e22aa
            event:nudge
            data:{"id":"n-6f1c9e0b7a2d4c581f0e22aa","conversation":"talk-1","rule":"B20",\
            "behaviour":"Closed questions in a row","sentence":"Start the next question with what or how.",\
            "at":"2026-03-02T10:15:00Z"}
            """;

    private static final String OFF = """
            {"type": "https://rapport.dev/problems/live-off", "title": "Live nudges are off", "status": 403,
             "detail": "Tenant local has not turned on nudges while a talk goes on. Messages come after each talk."}
            """;

    @Inject
    LiveConfig config;
    @Inject
    Streams streams;

    /** A {@link Multi}, because only it hears at once that the client has gone. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "A learner's nudges while a talk goes on", description = "At most one in 20 minutes, over all"
            + " of the learner's talks and streams: an event \"nudge\" with one short sentence, sent after the partner"
            + " spoke. A comment comes every 15 seconds, so that nothing between closes the stream. Off unless the"
            + " tenant has turned it on.")
    @APIResponse(responseCode = "200", description = "The stream, until the client closes it", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "a nudge", value = EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The tenant has not turned it on", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "off", value = OFF)))
    public Multi<OutboundSseEvent> listen(@HeaderParam(Tenant.HEADER) String tenant,
            @PathParam("learner") String learner,
            @Parameter(description = "What a client sends that comes back: the id of the last nudge it has") @HeaderParam(LAST) String last,
            @Context Sse sse) {
        String whose = Tenant.of(tenant).id();
        String who = Tenant.id("learner", learner);
        if (!config.isOn(whose)) {
            throw Problems.liveOff(whose);
        }
        Multi<OutboundSseEvent> still = Multi.createFrom().ticks().every(config.heartbeat()).onOverflow().drop()
                .map(tick -> sse.newEventBuilder().comment("still here").reconnectDelay(TRY_AGAIN_MILLIS).build());
        Multi<OutboundSseEvent> nudges = streams.listen(whose, who, last)
                .map(nudge -> sse.newEventBuilder().name("nudge").id(nudge.id())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(Nudge.class, nudge).build());
        return Multi.createBy().merging().streams(nudges, still);
    }
}
