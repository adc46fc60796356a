package dev.rapport.feedback.team;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A share as it may be told.
 *
 * @param percent a multiple of 5
 * @param bound whether it is about that, or not more or not less than about that
 */
public record Share(@Schema(examples = "35") int percent, Bound bound) {

    /** How near it is told. */
    public enum Bound {
        ABOUT, OR_LESS, OR_MORE
    }

    /** As people read it. */
    public String words() {
        return percent + " %" + switch (bound) {
            case ABOUT -> "";
            case OR_LESS -> " or less";
            case OR_MORE -> " or more";
        };
    }

    /** By how many points this one is above {@code before}; null where either end is open or there is none before. */
    Integer pointsAbove(Share before) {
        return before == null || bound != Bound.ABOUT || before.bound != Bound.ABOUT ? null : percent - before.percent;
    }
}
