package dev.rapport.feedback.own;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.tenant.Tenant;

/** A learner's own data as JSON. */
@Path("/")
@Tag(name = "Learners")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataResource {

    @Inject
    OwnData data;

    @GET
    @Path("learners/{learner}/export")
    @Operation(summary = "Everything that is kept of a learner", description = "One file: messages with what they rest on, reactions, practice, choices, observations.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response export(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        Map<String, Object> all = data.of(Tenant.of(tenant).id(), Tenant.id("learner", learner));
        return Response.ok(all).header("Content-Disposition", "attachment; filename=\"rapport-" + learner + ".json\"")
                .build();
    }

    @DELETE
    @Path("learners/{learner}")
    @Operation(summary = "Delete everything that is kept of a learner", description = "Here at once, and in the other services as soon as they hear of it. It cannot be undone.")
    @APIResponse(responseCode = "204", description = "Deleted, or there was nothing")
    public void erase(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        data.erase(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }
}
