package dev.rapport.coaching.composition;

/** What kind of message it is. */
public enum Kind {
    /** Has a strength, a growth point, or one of each. */
    COACHING,
    /** Too little to say something fair. */
    NOT_ENOUGH,
    /** Enough was seen, but nothing is said about it now: lately said, or messages enough this week. */
    QUIET,
    /** Nothing could be judged, e.g. the language. */
    CANNOT_JUDGE,
    /** Words in the talk point to danger: no coaching, but where to find help. */
    SUPPORT
}
