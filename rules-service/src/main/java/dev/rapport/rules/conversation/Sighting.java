package dev.rapport.rules.conversation;

import java.util.List;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;

/**
 * A rule saw its behaviour in a moment.
 *
 * @param rule its code
 * @param ruleVersion hash of the rule's content
 * @param behaviour its name in words
 * @param severity how much it matters
 * @param evidence in the order of the turns
 * @param because one sentence for each condition that held
 * @param otherwise what would have changed it
 */
public record Sighting(String rule, String ruleVersion, String behaviour, Polarity polarity, Severity severity,
        Clarity clarity, List<Evidence> evidence, List<String> because, String otherwise) {

    public Sighting {
        evidence = List.copyOf(evidence);
        because = List.copyOf(because);
    }
}
