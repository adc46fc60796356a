package dev.rapport.feedback.delivery;

import java.util.ArrayList;
import java.util.List;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.delivery.ChannelRequest.Hours;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** When a learner wants to hear nothing. */
@Path("/learners/{learner}/quiet-hours")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
public class QuietHoursResource {

    @Inject
    QuietHoursOf quiet;

    /**
     * A learner's own hours.
     *
     * @param quietHours null where those of each channel count
     */
    public record Own(@Schema(nullable = true) Hours quietHours) {
    }

    @GET
    @Operation(summary = "When a learner wants to hear nothing")
    public Own get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        return new Own(quiet.of(Tenant.of(tenant).id(), Tenant.id("learner", learner)).map(Hours::of).orElse(null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hear nothing in these hours", description = "They count for every channel that disturbs somebody, in place of its own.")
    @APIResponse(responseCode = "200", description = "The hours", content = @Content(schema = @Schema(implementation = Own.class)))
    @APIResponse(responseCode = "400", description = "A time or zone that is none", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Own put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner, Own own) {
        String of = Tenant.id("learner", learner);
        List<FieldError> errors = new ArrayList<>();
        if (own == null || own.quietHours() == null) {
            errors.add(new FieldError("quietHours", "missing", "send zone, from and to"));
        }
        QuietHours hours = errors.isEmpty() ? Validation.hours(own.quietHours(), errors).orElse(null) : null;
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors.toArray(FieldError[]::new));
        }
        quiet.set(Tenant.of(tenant).id(), of, hours);
        return new Own(Hours.of(hours));
    }

    @DELETE
    @Operation(summary = "Go by the quiet hours of each channel")
    public void delete(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        quiet.drop(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }
}
