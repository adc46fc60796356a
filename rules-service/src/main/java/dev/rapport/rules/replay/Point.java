package dev.rapport.rules.replay;

import java.util.List;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;

/**
 * A point of a message, as far as a manager compares it.
 *
 * @param rule code
 * @param turn that is quoted
 * @param turns it rests on, sorted
 * @param rewrite what could have been said; null for a strength
 */
public record Point(String rule, String behaviour, Clarity clarity, int turn, List<Integer> turns, String quote,
        String says, String rewrite) {

    public Point {
        turns = List.copyOf(turns);
    }

    /** @return null for null */
    static Point of(dev.rapport.coaching.composition.Point told) {
        return told == null
                ? null
                : new Point(told.rule(), told.behaviour(), told.clarity(), told.quote().turn(),
                        told.evidence().stream().map(Evidence::turn).distinct().sorted().toList(), told.quote().text(),
                        told.says(), told.rewrite() == null ? null : told.rewrite().say());
    }

    /** Whether it is about the same moment, in whatever words. */
    boolean isThatOf(Point other) {
        return other != null && rule.equals(other.rule) && clarity == other.clarity && turn == other.turn;
    }
}
