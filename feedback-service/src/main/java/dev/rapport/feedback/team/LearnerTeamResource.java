package dev.rapport.feedback.team;

import java.time.LocalDate;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** Which team a learner's talks count for. */
@Path("/learners/{learner}/team")
@Tag(name = "Team")
@Produces(MediaType.APPLICATION_JSON)
public class LearnerTeamResource {

    private static final String EXAMPLE = "{\"team\": \"sales\", \"from\": \"2026-12-01\"}";

    @Inject
    Teams teams;

    /** A team to join. */
    public record Request(@Schema(examples = "sales") String team) {
    }

    /**
     * A team.
     *
     * @param team null for none
     * @param from the first day on which talks count for it; null where the learner never was in one
     */
    public record Member(@Schema(examples = "sales", nullable = true) String team,
            @Schema(nullable = true) LocalDate from) {
    }

    @GET
    @Operation(summary = "The team of a learner", description = "The latest word; it may begin to count only next month.")
    @APIResponse(responseCode = "200", description = "The team", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Member.class), examples = @ExampleObject(name = "a team", value = EXAMPLE)))
    public Member get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return teams.of(Tenant.of(tenant).id(), Tenant.id("learner", learner)).map(LearnerTeamResource::member)
                .orElse(new Member(null, null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a learner into a team", description = "From the first of next month, so that no month is"
            + " told both with and without them. A learner is in one team at most.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class), examples = @ExampleObject(name = "a team", value = "{\"team\": \"sales\"}")))
    @APIResponse(responseCode = "200", description = "Taken", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Member.class), examples = @ExampleObject(name = "a team", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "No name of a team", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Member put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            Request request) {
        String of = Tenant.of(tenant).id();
        String who = Tenant.id("learner", learner);
        if (request == null || request.team() == null) {
            throw Problems.badRequest(new FieldError("team", "no team", "send its name, such as sales"));
        }
        return member(teams.join(of, who, Tenant.id("team", request.team())));
    }

    @DELETE
    @Operation(summary = "Take a learner out of their team", description = "From the first of next month.")
    @APIResponse(responseCode = "204", description = "Taken")
    public void delete(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        String of = Tenant.of(tenant).id();
        String who = Tenant.id("learner", learner);
        if (teams.of(of, who).isPresent()) {
            teams.join(of, who, null);
        }
    }

    private static Member member(Membership membership) {
        return new Member(membership.team(), membership.from().atDay(1));
    }
}
