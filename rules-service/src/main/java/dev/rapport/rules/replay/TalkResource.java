package dev.rapport.rules.replay;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.events.Role;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.person.Asking;

/** A window onto a past conversation. */
@Path("/talks")
@Tag(name = "Replays")
@Produces(MediaType.APPLICATION_JSON)
public class TalkResource {

    private final Archive archive;
    private final Asking asking;

    TalkResource(Archive archive, Asking asking) {
        this.archive = archive;
        this.asking = asking;
    }

    /**
     * @param stage absent if not told
     * @param language BCP 47; absent if there was too little to tell
     */
    public record TalkView(String conversation, String learner, String kind, String stage, String language, Instant at,
            List<TurnView> turns) {
    }

    /**
     * @param startMillis since the start of the conversation; absent without times
     */
    public record TurnView(int turn, Role role, String speaker, String text, Long startMillis) {
    }

    @GET
    @Path("{conversation}")
    @Operation(summary = "What was said in a past conversation")
    @APIResponse(responseCode = "200", description = "Its turns", content = @Content(mediaType = "application/json", schema = @Schema(implementation = TalkView.class)))
    @APIResponse(responseCode = "404", description = "Not in the archive", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public TalkView talk(@PathParam("conversation") String conversation) {
        PastTalk talk = archive.talk(asking.tenant(), conversation)
                .orElseThrow(() -> ReplayProblems.unknownTalk(conversation));
        return new TalkView(talk.opened().conversation(), talk.opened().learner(), talk.opened().kind(),
                talk.opened().stage(), talk.opened().language(), talk.at(),
                talk.turns().stream().map(t -> new TurnView(t.turn().number(), t.turn().role(), t.turn().speaker(),
                        t.turn().text(), t.turn().startMillis())).toList());
    }
}
