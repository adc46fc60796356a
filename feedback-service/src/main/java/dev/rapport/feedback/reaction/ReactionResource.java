package dev.rapport.feedback.reaction;

import java.util.Arrays;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.message.PointName;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.reaction.Reactions.Given;
import dev.rapport.feedback.tenant.Tenant;

/** Reactions as JSON. */
@Path("/messages/{message}/reactions")
@Tag(name = "Reactions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReactionResource {

    @Inject
    Reactions reactions;

    /**
     * A reaction to one point.
     *
     * @param point {@code strength}, {@code growth} or {@code second}
     * @param reaction one of {@link Reaction}
     */
    public record Request(@Schema(enumeration = {
            "strength", "growth", "second"}) String point,
            @Schema(enumeration = {"HELPFUL", "DELIBERATE", "NOT_RIGHT", "STOP"}) String reaction){
    }

    @POST
    @Operation(summary = "Say what you think of a point", description = "The last reaction to a point counts. STOP ends messages of its rule for this learner; any other reaction to the point takes that back.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class), examples = @ExampleObject(name = "helpful", value = "{\"point\": \"growth\", \"reaction\": \"HELPFUL\"}")))
    @APIResponse(responseCode = "200", description = "Taken", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Given.class), examples = @ExampleObject(name = "taken", value = "{\"message\": \"m-6f1c\", \"point\": \"growth\", \"reaction\": \"HELPFUL\", \"at\": \"2026-03-02T10:20:00Z\"}")))
    @APIResponse(responseCode = "400", description = "No such reaction", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No such message", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "The message has no such point", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Given give(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message,
            Request request) {
        if (request == null) {
            throw Problems.badRequest(new FieldError("body", "nothing sent", "send point and reaction"));
        }
        return reactions.give(Tenant.of(tenant).id(), Tenant.id("message", message), pointOf(request.point()),
                reactionOf(request.reaction()));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static PointName pointOf(String word) {
        return Optional.ofNullable(word).flatMap(PointName::of).orElseThrow(() -> Problems
                .badRequest(new FieldError("point", "no point of a message", "send strength, growth or second")));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static Reaction reactionOf(String word) {
        return Arrays.stream(Reaction.values()).filter(r -> r.name().equals(word)).findFirst()
                .orElseThrow(() -> Problems.badRequest(new FieldError("reaction", "no reaction",
                        "send HELPFUL, DELIBERATE, NOT_RIGHT or STOP")));
    }
}
