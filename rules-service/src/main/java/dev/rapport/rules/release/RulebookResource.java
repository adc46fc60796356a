package dev.rapport.rules.release;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says which rulebook is in force, and why the folder is not if it has a fault. */
@Path("/rulebook")
@Produces(MediaType.APPLICATION_JSON)
public class RulebookResource {

    private final RulesInForce rules;

    RulebookResource(RulesInForce rules) {
        this.rules = rules;
    }

    /**
     * @param version null as long as there has been no usable rulebook
     * @param since when it took effect
     * @param rules how many
     * @param codes of the behaviour rules
     * @param refused the folder as it is now, if it has a fault; null if it is what is in force
     */
    public record RulebookView(String version, Instant since, int rules, List<String> codes, RefusedView refused) {
    }

    public record RefusedView(Instant at, List<Complaint> errors) {
    }

    @GET
    @Operation(summary = "The rulebook in force, and what is wrong with the folder if it is not that one")
    public RulebookView rulebook() {
        RefusedView refused = rules.refusal().map(r -> new RefusedView(r.at(), r.complaints())).orElse(null);
        return rules.release()
                .map(r -> new RulebookView(r.rules().version(), r.since(), r.count(),
                        r.rules().codes().stream().sorted().toList(), refused))
                .orElseGet(() -> new RulebookView(null, null, 0, List.of(), refused));
    }
}
