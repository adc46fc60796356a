package dev.rapport.rules.vocabulary;

import dev.rapport.events.Role;

/**
 * Something about a moment that has one number, whoever asks for it: how many words the turn has, or 1 for "the turn is a
 * question" and 0 for "it is not". Conditions about the same quantity can be held against each other.
 *
 * @param measure what is measured
 * @param of the turn, list or kind it is measured of
 * @param side whose turns are counted; null where nothing is counted
 * @param within how many turns are looked at; 0 where nothing is counted
 * @param least it can ever be
 * @param most it can ever be
 */
public record Quantity(String measure, String of, Role side, int within, long least, long most) {

    /** Turns of a kind among the last {@link #within()} of a side. */
    public static final String COUNT = "count";
    /** Turns of a kind in a row. */
    public static final String RUN = "run";
    /** Whether the current turn is of a kind. */
    public static final String KIND = "the turn is";
    /** 1 where the learner speaks, 0 where the partner does. */
    public static final String SPEAKER = "speaker";

    private static final int THE_WHOLE_TALK = Integer.MAX_VALUE;

    static Quantity flag(String measure, String of) {
        return new Quantity(measure, of, null, 0, 0, 1);
    }

    static Quantity number(String measure, String of, long least, long most) {
        return new Quantity(measure, of, null, 0, least, most);
    }

    static Quantity count(String kind, Role side, int within) {
        return new Quantity(COUNT, kind, side, within, 0, within);
    }

    static Quantity countSoFar(String kind, Role side) {
        return new Quantity(COUNT, kind, side, THE_WHOLE_TALK, 0, Numbers.ENDLESS);
    }

    static Quantity run(String kind, Role side) {
        return new Quantity(RUN, kind, side, 0, 0, Numbers.ENDLESS);
    }

    /** Whether the current turn is of that kind. */
    public static Quantity kind(String kind) {
        return flag(KIND, kind);
    }

    static Quantity speaker() {
        return flag(SPEAKER, "");
    }

    public Numbers all() {
        return Numbers.between(least, most);
    }
}
