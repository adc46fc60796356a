package dev.rapport.coaching.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A place in a sentence that is filled when a message is composed, written as its lower-case name in braces. */
public enum Slot {
    /** How many turns, in words: {@code three}. */
    COUNT,
    /** How often, in words: {@code once}, {@code three times}. */
    TIMES,
    /** The partner's words, of whatever form, so it is a sentence by itself: {@code The launch in March}. */
    FOCUS,
    /** The partner's words as a clause: {@code you lost two engineers}. */
    CLAUSE,
    /** The partner's words as a noun phrase: {@code the launch in March}. */
    THING,
    /** Turns the learner had. */
    TURNS,
    /** What it takes at least. */
    NEEDED,
    /** Which talk from now: {@code next}, {@code third}. */
    TALKS,
    /** One talk in how many: {@code every third}. */
    PACE,
    /** Of the transcript, in percent. */
    CONFIDENCE,
    /** Why nothing could be judged. */
    REASON,
    /** A day: {@code 31 March 2027}. */
    UNTIL,
    /** How many behaviours were looked for. */
    ALL,
    /** Behaviours in words, with commas. */
    NAMES;

    /** As it is written between braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Slot> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    /** Whether it is filled with what the partner said. */
    boolean isPartnersWords() {
        return this == FOCUS || this == CLAUSE || this == THING;
    }
}
