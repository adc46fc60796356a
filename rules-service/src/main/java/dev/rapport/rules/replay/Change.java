package dev.rapport.rules.replay;

import java.util.List;

/**
 * A talk whose message would be another.
 *
 * @param kind of the conversation
 * @param turns to open, sorted: those that either message rests on
 * @param before null where the rulebook in force tells nothing at all
 * @param after null where the draft tells nothing at all
 */
public record Change(String conversation, String learner, String kind, What what, List<Integer> turns, Message before,
        Message after) {

    /** What becomes of the message. */
    public enum What {
        /** Coaching where there was none. */
        NEW,
        /** No coaching any more. */
        GONE,
        /** Another point, another moment, surer or less sure, or another kind of message. */
        CHANGED,
        /**
         * The same points in other words: a wording was edited, or the learner's messages before this one are others, and
         * no two in a row shall read alike.
         */
        REWORDED
    }

    public Change {
        turns = List.copyOf(turns);
    }
}
