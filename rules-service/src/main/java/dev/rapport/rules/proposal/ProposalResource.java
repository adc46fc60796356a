package dev.rapport.rules.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.rules.person.Asking;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;
import dev.rapport.rules.proposal.Proposals.Proposal;
import dev.rapport.rules.proposal.Proposals.State;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;

/** Proposed counter-examples over HTTP. */
@Path("/proposals")
@Tag(name = "Proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProposalResource {

    private static final String ONE = """
            {"id": "p-6f1c", "rule": "B20", "conversation": "call-0412", "turn": 14, "at": "2026-11-02T10:15:00Z",
             "state": "OPEN", "firesYet": true,
             "example": "  - name: \\"a learner said this is not right (6f1c0a2b)\\"\\n    kind: \\"support\\"\\n ..."}
            """;

    private final Proposals proposals;
    private final Asking asking;

    ProposalResource(Proposals proposals, Asking asking) {
        this.proposals = proposals;
        this.asking = asking;
    }

    /**
     * @param version number of the draft
     * @param edition of it that was seen
     */
    public record Accept(Integer version, Integer edition) {
    }

    /** @param why the rule is right, in a sentence */
    public record Dismiss(String why) {
    }

    /** The draft as it is now. */
    public record Accepted(int version, int edition) {
    }

    record ProposalList(List<Proposal> proposals) {
    }

    /**
     * @param firesYet whether the rule in force still sees it there
     * @param example as it would stand in the file of examples
     */
    public record View(String id, String rule, String conversation, int turn, Instant at, State state,
            boolean firesYet, String example) {
    }

    @GET
    @Operation(summary = "What learners called not right, newest first")
    @APIResponse(responseCode = "200", description = "All of them", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalList.class)))
    public ProposalList all(
            @Parameter(description = "open, accepted or dismissed; all if absent") @QueryParam("state") String state) {
        return new ProposalList(proposals.all(asking.tenant(), state(state)));
    }

    private static State state(String word) {
        if (word == null) {
            return null;
        }
        for (State state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw Problems.badRequest(new FieldError("state", "no such state", "send open, accepted or dismissed"));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A proposal with the example it would become", description = "As short as the rule still fires at its last turn. Names of the two who talk are replaced, others as far as they are recognised: read it before it is accepted.")
    @APIResponse(responseCode = "200", description = "The proposal", content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class), examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(responseCode = "404", description = "No such proposal", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public View proposal(@PathParam("id") String id) {
        Proposal proposal = proposals.find(asking.tenant(), id);
        NearMiss miss = proposals.nearMiss(asking.tenant(), id);
        return new View(proposal.id(), proposal.rule(), proposal.conversation(), proposal.turn(), proposal.at(),
                proposal.state(), miss.firesYet(), miss.yaml(proposals.nameOf(proposal)));
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "Add it to the near misses of its rule in a draft")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accept.class), examples = @ExampleObject(name = "into draft 7", value = "{\"version\": 7, \"edition\": 3}")))
    @APIResponse(responseCode = "200", description = "Added", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accepted.class), examples = @ExampleObject(name = "added", value = "{\"version\": 7, \"edition\": 4}")))
    @APIResponse(responseCode = "404", description = "No such proposal or version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "Decided already, no draft, or changed meanwhile", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Accepted accept(@PathParam("id") String id, Accept into) {
        if (into == null || into.version() == null || into.edition() == null) {
            throw Problems.badRequest(
                    new FieldError("version", "no draft named", "send its version and the edition you saw"));
        }
        Version saved = proposals.accept(asking.person(), id, into.version(), into.edition());
        return new Accepted(saved.number(), saved.edition());
    }

    @POST
    @Path("{id}/dismiss")
    @Operation(summary = "Leave the rule as it is")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Dismiss.class), examples = @ExampleObject(name = "why", value = "{\"why\": \"three in a row are three in a row\"}")))
    @APIResponse(responseCode = "200", description = "Dismissed", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Proposal.class)))
    @APIResponse(responseCode = "404", description = "No such proposal", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "Decided already", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Proposal dismiss(@PathParam("id") String id, Dismiss because) {
        String why = because == null || because.why() == null ? "" : because.why().strip();
        if (why.isEmpty() || why.length() > Rulebooks.LONGEST_WHY || why.indexOf('\0') >= 0) {
            throw Problems.badRequest(new FieldError("why", why.isEmpty() ? "missing" : "no text, or too long",
                    "say why the rule is right, in at most " + Rulebooks.LONGEST_WHY + " characters"));
        }
        return proposals.dismiss(asking.person(), id, why);
    }
}
