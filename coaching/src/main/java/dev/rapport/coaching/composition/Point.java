package dev.rapport.coaching.composition;

import java.util.List;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;

/**
 * One thing to keep or to try.
 *
 * @param behaviour its name in words
 * @param rule code of the behaviour and its rule, e.g. {@code B20}
 * @param observation id of the event it rests on
 * @param count distinct turns of the learner in which it was seen
 * @param evidence turns it rests on, without names and without turns that are nobody's business
 * @param because what the rule found, one sentence each
 * @param otherwise what would have changed it
 * @param rewrite null for a strength, as are {@code ifThen} and {@code drill}
 */
public record Point(String behaviour, String rule, String ruleVersion, String rulebookVersion, String observation,
        Clarity clarity, int count, Quote quote, String says, String why, String source, List<Evidence> evidence,
        List<String> because, String otherwise, Rewritten rewrite, String ifThen, String drill) {

    public Point {
        evidence = List.copyOf(evidence);
        because = List.copyOf(because);
    }
}
