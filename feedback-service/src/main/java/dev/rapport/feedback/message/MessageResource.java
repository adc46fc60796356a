package dev.rapport.feedback.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** Messages as JSON. */
@Path("/")
@Tag(name = "Messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

    static final int USUAL_LIMIT = 20;
    static final int MOST = 100;

    private static final String EXAMPLE = """
            {"id": "m-6f1c9e0b7a2d4c581f0e22aa", "tenant": "local", "learner": "mara-lind", "conversation": "talk-1",
             "kind": "COACHING", "composedAt": "2026-03-02T10:15:00Z",
             "opening": "A short look back at this talk, starting with what worked.",
             "strength": {"behaviour": "Follow-up question", "rule": "B01", "ruleVersion": "0123456789ab",
               "rulebookVersion": "ba9876543210", "observation": "local/talk-1/turn/7/B01", "clarity": "CLEAR", "count": 3,
               "quote": {"turn": 7, "text": "What changed in March?", "from": 0, "to": 22, "startMillis": 61000},
               "says": "Your question picked up what they had just told you and asked for more of it.",
               "why": "People who ask follow-up questions are better liked, and they rarely expect it.",
               "source": "Huang et al. 2017",
               "evidence": [{"turn": 7, "role": "LEARNER", "part": "ACT", "text": "What changed in March?", "from": 0,
                 "to": 22, "startMillis": 61000}],
               "because": ["the turn is a follow-up question"], "otherwise": "a question that left their topic"},
             "growth": null, "closing": "That is all for this talk. Keep that one going.",
             "judged": ["B01", "B20"], "notJudged": {"B30": "no times in this transcript"},
             "coverage": "Looked for 3 behaviours; could not tell about long stretches of talking.", "text": "..."}
            """;

    private static final String PROBLEM = """
            {"type": "https://rapport.dev/problems/no-message-yet", "title": "No message yet", "status": 404,
             "detail": "No message has been composed for conversation talk-1. It comes after the conversation is closed and judged."}
            """;

    @Inject
    Messages messages;

    @GET
    @Path("conversations/{conversation}/message")
    @Operation(summary = "The message of a conversation")
    @APIResponse(responseCode = "200", description = "The message", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CoachingMessage.class), examples = @ExampleObject(name = "with a strength", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Not composed yet, or no such conversation", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "no message yet", value = PROBLEM)))
    public CoachingMessage ofConversation(@HeaderParam(Tenant.HEADER) String tenant,
            @PathParam("conversation") String conversation) {
        String id = Tenant.id("conversation", conversation);
        return messages.of(Tenant.of(tenant).id(), id).orElseThrow(() -> Problems.noMessageYet(id));
    }

    @GET
    @Path("messages/{message}")
    @Operation(summary = "A message with its evidence")
    @APIResponse(responseCode = "200", description = "The message", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CoachingMessage.class), examples = @ExampleObject(name = "with a strength", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such message", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public CoachingMessage byId(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("message") String message) {
        String id = Tenant.id("message", message);
        return messages.find(Tenant.of(tenant).id(), id).orElseThrow(() -> Problems.unknownMessage(id));
    }

    @GET
    @Path("learners/{learner}/messages")
    @Operation(summary = "A learner's messages, newest first", description = "Empty for a learner without messages.")
    @APIResponse(responseCode = "200", description = "One page", content = @Content(mediaType = "application/json", schema = @Schema(implementation = MessagePage.class), examples = @ExampleObject(name = "one message, no further page", value = "{\"messages\": ["
            + EXAMPLE + "], \"next\": null}")))
    @APIResponse(responseCode = "400", description = "A limit or cursor that is none", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public MessagePage ofLearner(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @Parameter(description = "1 to 100; 20 if left out", example = "20") @QueryParam("limit") String limit,
            @Parameter(description = "\"next\" of the page before") @QueryParam("cursor") String cursor) {
        return messages.of(Tenant.of(tenant).id(), Tenant.id("learner", learner), limitOf(limit), cursor)
                .orElseThrow(() -> Problems.badRequest(new FieldError("cursor", "no cursor of ours",
                        "send \"next\" of the page before, or leave it out")));
    }

    private static int limitOf(String limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Problems.badRequest(new FieldError("limit", "no page size", "send a number from 1 to " + MOST));
        }
        return Integer.parseInt(limit);
    }
}
