package dev.rapport.feedback.reflection;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** What a learner thinks of a talk themselves. */
@Path("/messages/{message}/reflection")
@Tag(name = "Learners")
@Produces(MediaType.APPLICATION_JSON)
public class ReflectionResource {

    private static final String EXAMPLE = "{\"best\": 12, \"hardest\": 27, \"note\": \"I let her finish.\"}";

    @Inject
    Messages messages;
    @Inject
    Reflections reflections;

    @GET
    @Operation(summary = "What the learner thought of the talk", description = "Nothing in it is set before they said so.")
    @APIResponse(responseCode = "200", description = "What they said", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reflection.class), examples = @ExampleObject(name = "two moments", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such message", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Reflection get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message) {
        return reflections.on(message(tenant, message)).orElse(Reflection.NONE);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what you think of the talk", description = "All of it may be left out; the last word counts.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reflection.class), examples = @ExampleObject(name = "two moments", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Kept", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reflection.class), examples = @ExampleObject(name = "two moments", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A turn the learner did not speak", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No such message", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Reflection put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message,
            Reflection reflection) {
        if (reflection == null) {
            throw Problems.badRequest(new FieldError("body", "nothing sent", "send best, hardest or note"));
        }
        CoachingMessage about = message(tenant, message);
        reflections.keep(about, reflection);
        return reflections.on(about).orElseThrow();
    }

    private CoachingMessage message(String tenant, String message) {
        return messages.find(Tenant.of(tenant).id(), Tenant.id("message", message))
                .orElseThrow(() -> Problems.unknownMessage(message));
    }
}
