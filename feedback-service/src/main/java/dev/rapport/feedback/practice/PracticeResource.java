package dev.rapport.feedback.practice;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;

/** Practice as JSON. */
@Path("/")
@Tag(name = "Practice")
@Produces(MediaType.APPLICATION_JSON)
public class PracticeResource {

    @Inject
    Practice practice;
    @Inject
    Answers answers;

    /**
     * A line.
     *
     * @param line what the learner would say now
     */
    public record Line(
            @Schema(examples = "What was that like for you?", maxLength = Practice.LONGEST_LINE) String line) {
    }

    @POST
    @Path("messages/{message}/practice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say the line of the growth point again", description = "The rules that saw the behaviour judge the line in the same place of the same talk. Waits up to three seconds for them.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Line.class), examples = @ExampleObject(name = "open", value = "{\"line\": \"What was that like for you?\"}")))
    @APIResponse(responseCode = "200", description = "Judged", content = @Content(schema = @Schema(implementation = Attempt.class)))
    @APIResponse(responseCode = "202", description = "Taken and not judged yet: ask at Location", content = @Content(schema = @Schema(implementation = Attempt.class)))
    @APIResponse(responseCode = "400", description = "No line, or one too long", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No such message", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "The message has no growth point", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response say(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message, Line line) {
        String owner = Tenant.of(tenant).id();
        Attempt attempt = answers.to(owner, practice.attempt(owner, Tenant.id("message", message),
                line == null ? null : line.line()));
        return Response.status(attempt.wasJudged() ? 200 : 202)
                .location(URI.create("/messages/" + message + "/practice/" + attempt.id())).entity(attempt).build();
    }

    @GET
    @Path("messages/{message}/practice/{attempt}")
    @Operation(summary = "What the rules say of a line")
    @APIResponse(responseCode = "200", description = "The attempt; its verdict is null until they have answered", content = @Content(schema = @Schema(implementation = Attempt.class)))
    @APIResponse(responseCode = "404", description = "No such attempt", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Attempt one(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message,
            @PathParam("attempt") String attempt) {
        return practice.find(Tenant.of(tenant).id(), Tenant.id("message", message), Tenant.id("attempt", attempt))
                .orElseThrow(() -> Problems.unknownAttempt(attempt));
    }

    @GET
    @Path("messages/{message}/practice")
    @Operation(summary = "Lines said again, the newest first")
    public List<Attempt> all(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message) {
        return practice.of(Tenant.of(tenant).id(), Tenant.id("message", message));
    }

    @GET
    @Path("learners/{learner}/lines")
    @Operation(summary = "Lines worth saying again, the first due first", description = "A line that went well comes back after one day, six days and then ever later; one that did not comes back the next day.")
    public List<Due> lines(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return practice.lines(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }
}
