package dev.rapport.rules.evaluation;

import java.util.List;
import java.util.Map;

import dev.rapport.events.Clarity;
import dev.rapport.rules.rulebook.Rule;

/**
 * Everything that a rulebook says of a moment.
 *
 * @param acts kinds of turn that the current turn is
 * @param seen behaviours, by the code of their rule
 * @param cannotTell code of each behaviour rule that cannot be decided here, with the reason in words
 * @param stopped rules that took too much work and were given up, by their code; empty unless a rule runs away
 */
public record Judgement(Map<String, Clarity> acts, List<Seen> seen, Map<String, String> cannotTell,
        List<Stopped> stopped) {

    public Judgement {
        acts = Map.copyOf(acts);
        seen = List.copyOf(seen);
        cannotTell = Map.copyOf(cannotTell);
        stopped = List.copyOf(stopped);
    }

    /** What became of a behaviour rule of the rulebook. */
    public Verdict verdict(Rule rule) {
        String reason = cannotTell.get(rule.code());
        if (reason != null) {
            return Verdict.cannotTell(reason);
        }
        return seen.stream().anyMatch(each -> each.rule().code().equals(rule.code())) ? Verdict.YES : Verdict.NO;
    }
}
