package dev.rapport.feedback.learner;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** What a learner is working on. */
@Path("/learners/{learner}/goal")
@Tag(name = "Learners")
@Produces(MediaType.APPLICATION_JSON)
public class GoalResource {

    @Inject
    Learners learners;

    /**
     * A goal.
     *
     * @param behaviour its code; null for none
     */
    public record Goal(@Schema(examples = "B20", nullable = true) String behaviour) {
    }

    @GET
    @Operation(summary = "The behaviour the learner is working on")
    public Goal get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return new Goal(learners.goal(Tenant.of(tenant).id(), Tenant.id("learner", learner)).orElse(null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Work on a behaviour", description = "It weighs more when a message is composed.")
    public Goal put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner, Goal goal) {
        if (goal == null || goal.behaviour() == null || !goal.behaviour().matches("[A-Z][0-9]{2,3}")) {
            throw Problems.badRequest(new FieldError("behaviour", "no behaviour code", "send one such as B20"));
        }
        learners.choose(Tenant.of(tenant).id(), Tenant.id("learner", learner), goal.behaviour());
        return goal;
    }

    @DELETE
    @Operation(summary = "Work on nothing in particular")
    public void delete(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        learners.dropGoal(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }
}
