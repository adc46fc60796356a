package dev.rapport.feedback.message;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.coaching.composition.Schedule;
import dev.rapport.feedback.tenant.Tenant;

/** When a learner may hear of what again. */
@Path("/learners/{learner}/schedule")
@Tag(name = "Learners")
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {

    @Inject
    Messages messages;

    @GET
    @Operation(summary = "When a learner may hear of what again", description = "What goes well comes up less often,"
            + " what stops going well comes back; a point to try rests for a few talks unless it is the goal.")
    public List<Schedule.Line> get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return messages.schedule(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }
}
