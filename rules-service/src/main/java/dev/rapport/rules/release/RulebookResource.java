package dev.rapport.rules.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.person.Asking;

/** Says which rulebook is in force, and why the folder is not if it has a fault. */
@Path("/rulebook")
@Produces(MediaType.APPLICATION_JSON)
public class RulebookResource {

    private final RulesInForce rules;
    private final Asking asking;

    RulebookResource(RulesInForce rules, Asking asking) {
        this.rules = rules;
        this.asking = asking;
    }

    /**
     * @param version null as long as there has been no usable rulebook
     * @param since when it took effect
     * @param rules how many
     * @param codes of the behaviour rules
     * @param refused the folder of the default rulebook as it is now, if it has a fault; null if it is what is in force
     * @param number of the tenant's own version; null where the default rulebook is in force
     * @param release how often the tenant has released something
     * @param shadow number of the version in the shadow; null if there is none
     * @param silenced codes of rules that are left out because they ran away
     * @param unreadableRelease a later release that this service cannot read; null if there is none
     */
    public record RulebookView(String version, Instant since, int rules, List<String> codes, RefusedView refused,
            Integer number, int release, Integer shadow, List<String> silenced, Integer unreadableRelease) {
    }

    public record RefusedView(Instant at, List<Complaint> errors) {
    }

    @GET
    @Operation(summary = "The rulebook in force for the tenant, and what is wrong with the folder if it is not that one")
    public RulebookView rulebook() {
        RefusedView refused = rules.refusal().map(r -> new RefusedView(r.at(), r.complaints())).orElse(null);
        Optional<RulesInForce.Own> own = rules.own(asking.tenant());
        if (own.isPresent() && own.get().number() != null) {
            RulesInForce.Own now = own.get();
            return new RulebookView(now.rulebook(), now.since(), now.rules(), now.codes().stream().sorted().toList(),
                    refused, now.number(), now.release(), now.shadow(), List.copyOf(now.silenced()), now.refused());
        }
        int release = own.map(RulesInForce.Own::release).orElse(0);
        Integer shadow = own.map(RulesInForce.Own::shadow).orElse(null);
        List<String> silenced = own.map(o -> List.copyOf(o.silenced())).orElse(List.of());
        Integer unreadable = own.map(RulesInForce.Own::refused).orElse(null);
        return rules.release()
                .map(r -> new RulebookView(r.rules().version(), r.since(), r.count(),
                        r.rules().codes().stream().sorted().toList(), refused, null, release, shadow, silenced,
                        unreadable))
                .orElseGet(() -> new RulebookView(null, null, 0, List.of(), refused, null, release, shadow, silenced,
                        unreadable));
    }
}
