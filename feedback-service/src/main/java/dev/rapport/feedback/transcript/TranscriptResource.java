package dev.rapport.feedback.transcript;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;

/** The words of a talk. */
@Path("/conversations/{conversation}/transcript")
@Tag(name = "Messages")
@Produces(MediaType.APPLICATION_JSON)
public class TranscriptResource {

    private static final String EXAMPLE = "{\"lines\": [{\"turn\": 1, \"mine\": true, \"text\": \"How did the launch go?\","
            + " \"startMillis\": 0}]}";

    @Inject
    Transcripts transcripts;

    @GET
    @Operation(summary = "The words of a talk", description = "Without the partner's name, and without turns that are"
            + " nobody's business. They are kept for some weeks.")
    @APIResponse(responseCode = "200", description = "What is kept", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Transcript.class), examples = @ExampleObject(name = "a line", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Nothing is kept", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Transcript get(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("conversation") String conversation) {
        return transcripts.of(Tenant.of(tenant).id(), Tenant.id("conversation", conversation))
                .orElseThrow(() -> Problems.noTranscript(conversation));
    }
}
