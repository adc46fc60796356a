package dev.rapport.feedback.delivery;

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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** Channels of a tenant, to which the messages of all its learners go, and those of one learner. */
@Path("/")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {

    private static final String EXAMPLE = """
            {"kind": "WEBHOOK", "url": "https://receiver.example/hook", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
             "quietHours": {"zone": "Europe/Berlin", "from": "19:00", "to": "07:30"}}
            """;
    private static final String WRONG = "An address, secret, time or zone that is none";

    @Inject
    Channels channels;

    @GET
    @Path("channels")
    @Operation(summary = "Where the messages of all learners are sent")
    public List<ChannelView> ofTenant(@HeaderParam(Tenant.HEADER) String tenant) {
        return channels.of(Tenant.of(tenant).id(), null);
    }

    @GET
    @Path("channels/{name}")
    @Operation(summary = "A channel of the tenant")
    @APIResponse(responseCode = "200", description = "The channel", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "No such channel", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public ChannelView get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("name") String name) {
        return found(tenant, null, name);
    }

    @PUT
    @Path("channels/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send the messages of all learners to a system", description = "Adds the channel or changes it. Address and secret are never shown again; left out, they stay as they are. A secret has to be sent again with another address.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelRequest.class), examples = @ExampleObject(name = "a signed webhook", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The channel", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "400", description = WRONG, content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public ChannelView put(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("name") String name,
            ChannelRequest request) {
        return channels.put(Tenant.of(tenant).id(), null, Tenant.id("name", name), present(request));
    }

    @DELETE
    @Path("channels/{name}")
    @Operation(summary = "Send nothing there any more", description = "What waits is not sent.")
    public void delete(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("name") String name) {
        gone(channels.delete(Tenant.of(tenant).id(), null, Tenant.id("name", name)), name);
    }

    @GET
    @Path("channels/{name}/deliveries")
    @Operation(summary = "The last 50 deliveries of a channel", description = "Newest first; says neither whose messages they are nor what they say.")
    public List<DeliveryView> deliveries(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("name") String name) {
        return channels.deliveries(Tenant.of(tenant).id(), null, Tenant.id("name", name));
    }

    @GET
    @Path("learners/{learner}/channels")
    @Operation(summary = "Where a learner's messages are sent by their own channels")
    public List<ChannelView> ofLearner(@HeaderParam(Tenant.HEADER) String tenant,
            @PathParam("learner") String learner) {
        return channels.of(Tenant.of(tenant).id(), Tenant.id("learner", learner));
    }

    @GET
    @Path("learners/{learner}/channels/{name}")
    @Operation(summary = "A learner's own channel")
    @APIResponse(responseCode = "200", description = "The channel", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "No such channel", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public ChannelView getOwn(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("name") String name) {
        return found(tenant, Tenant.id("learner", learner), name);
    }

    @PUT
    @Path("learners/{learner}/channels/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a learner's messages to them", description = "As for the tenant; chats such as SLACK and TEAMS are only added here.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelRequest.class), examples = @ExampleObject(name = "a chat", value = "{\"kind\": \"SLACK\", \"url\": \"https://chat.example/services/T0/B0/x\"}")))
    @APIResponse(responseCode = "200", description = "The channel", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "400", description = WRONG, content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public ChannelView putOwn(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("name") String name, ChannelRequest request) {
        return channels.put(Tenant.of(tenant).id(), Tenant.id("learner", learner), Tenant.id("name", name),
                present(request));
    }

    @DELETE
    @Path("learners/{learner}/channels/{name}")
    @Operation(summary = "Send nothing there any more", description = "What waits is not sent.")
    public void deleteOwn(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("name") String name) {
        gone(channels.delete(Tenant.of(tenant).id(), Tenant.id("learner", learner), Tenant.id("name", name)), name);
    }

    @GET
    @Path("learners/{learner}/channels/{name}/deliveries")
    @Operation(summary = "The last 50 deliveries of a learner's own channel", description = "Newest first.")
    public List<DeliveryView> ownDeliveries(@HeaderParam(Tenant.HEADER) String tenant,
            @PathParam("learner") String learner, @PathParam("name") String name) {
        return channels.deliveries(Tenant.of(tenant).id(), Tenant.id("learner", learner), Tenant.id("name", name));
    }

    private ChannelView found(String tenant, String learner, String name) {
        return channels.find(Tenant.of(tenant).id(), learner, Tenant.id("name", name))
                .orElseThrow(() -> Problems.unknownChannel(name));
    }

    private static ChannelRequest present(ChannelRequest request) {
        if (request == null) {
            throw Problems.badRequest(new FieldError("body", "missing", "send a channel, see /q/openapi"));
        }
        return request;
    }

    private static void gone(boolean was, String name) {
        if (!was) {
            throw Problems.unknownChannel(name);
        }
    }
}
