package dev.rapport.rules.evaluation;

import java.util.List;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.rules.rulebook.Rule;

/**
 * A behaviour that a rule saw at a moment.
 *
 * @param clarity as the rule says it
 * @param evidence in the order of the turns; the learner's doing is {@link Evidence.Part#ACT}
 * @param because one sentence for each condition
 * @param otherwise what would have changed it, one sentence
 */
public record Seen(Rule rule, Clarity clarity, List<Evidence> evidence, List<String> because, String otherwise) {

    public Seen {
        evidence = List.copyOf(evidence);
        because = List.copyOf(because);
    }
}
