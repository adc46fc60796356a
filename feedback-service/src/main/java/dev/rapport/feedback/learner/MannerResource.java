package dev.rapport.feedback.learner;

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

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** How a learner wants to be coached. */
@Path("/learners/{learner}/manner")
@Tag(name = "Learners")
@Produces(MediaType.APPLICATION_JSON)
public class MannerResource {

    private static final String EXAMPLE = "{\"profile\": \"lively\", \"twoPoints\": false, \"reflectFirst\": true}";

    @Inject
    Learners learners;
    @Inject
    Profiles profiles;

    @GET
    @Operation(summary = "How a learner wants to be coached")
    @APIResponse(responseCode = "200", description = "What they chose", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Manner.class), examples = @ExampleObject(name = "lively", value = EXAMPLE)))
    public Manner get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return learners.manner(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose how to be coached", description = "A profile shifts what it takes for a behaviour to"
            + " count. It is chosen by a person and never inferred from how somebody talks. What is left out is as usual.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Manner.class), examples = @ExampleObject(name = "lively", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Kept", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Manner.class), examples = @ExampleObject(name = "lively", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "No such profile", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Manner put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner, Manner manner) {
        if (manner == null) {
            throw Problems
                    .badRequest(new FieldError("body", "nothing sent", "send profile, twoPoints or reflectFirst"));
        }
        String owner = Tenant.of(tenant).id();
        String of = Tenant.id("learner", learner);
        if (manner.profile() != null && !profiles.of(owner).contains(manner.profile())) {
            throw Problems.badRequest(new FieldError("profile", "no profile of this rulebook",
                    "send " + (profiles.of(owner).isEmpty() ? "none" : String.join(", ", profiles.of(owner)))
                            + " or leave it out"));
        }
        learners.choose(owner, of, manner);
        return manner;
    }
}
