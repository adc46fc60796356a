package dev.rapport.rules.rulebook.review;

import java.util.Comparator;

import dev.rapport.rules.rulebook.Fault;

/**
 * Something that makes a rulebook worse than its owner means it, and where.
 *
 * @param fault what and where in the sentence view; file "" where the rulebook was made without texts
 * @param rule code of the rule; null where it is about a phrase list
 * @param condition number of the condition in the rule, from 0; -1 where it is about the whole rule
 * @param part number of the sentence in the condition, from 0; -1 where it is about the whole condition
 */
public record Concern(Weight weight, Fault fault, String rule, int condition, int part) {

    /** What it stands in the way of. */
    public enum Weight {
        /** The texts are no rulebook. */
        BLOCKS_READING,
        /** It must not reach anybody. */
        BLOCKS_RELEASE,
        /** Maybe it is meant. */
        WORTH_A_LOOK
    }

    static final Comparator<Concern> BY_POSITION = Comparator.comparing((Concern c) -> c.fault().file())
            .thenComparing(c -> c.fault().line()).thenComparing(c -> c.fault().column())
            .thenComparing(c -> c.fault().what());

    /** {@code file:line:column: what, expected ..., did you mean "..."?}, and what it stands in the way of. */
    @Override
    public String toString() {
        return fault + switch (weight) {
            case BLOCKS_READING -> "";
            case BLOCKS_RELEASE -> " (keeps it from being released)";
            case WORTH_A_LOOK -> " (worth a look)";
        };
    }
}
