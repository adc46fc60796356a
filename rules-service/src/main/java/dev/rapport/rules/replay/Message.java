package dev.rapport.rules.replay;

import java.util.Objects;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.Kind;

/**
 * What a learner reads after a talk.
 *
 * @param strength null if none was found
 * @param growth null if there is none
 * @param text all of it, in lines
 */
public record Message(Kind kind, Point strength, Point growth, String text) {

    static Message of(Coaching told) {
        return new Message(told.kind(), Point.of(told.strength()), Point.of(told.growth()), told.text());
    }

    /** Whether it coaches: what counts as being told something. */
    boolean coaches() {
        return kind == Kind.COACHING;
    }

    /** Whether it says the same of the same moments, in whatever words. */
    boolean makesThePointsOf(Message other) {
        return kind == other.kind && same(strength, other.strength) && same(growth, other.growth);
    }

    private static boolean same(Point one, Point other) {
        return one == null ? other == null : one.isThatOf(other);
    }

    /** Whether every word is the same, but for how many behaviours could be judged: that differs with each rule added. */
    boolean readsLike(Message other, Coaching mine, Coaching theirs) {
        return Objects.equals(mine.opening(), theirs.opening()) && Objects.equals(mine.closing(), theirs.closing())
                && Objects.equals(strength, other.strength) && Objects.equals(growth, other.growth);
    }
}
