package dev.rapport.rules.signals;

/**
 * A sentence or clause that stands for itself.
 *
 * @param first index of its first token
 * @param end index after its last token
 * @param mood what its form asks of the listener, seen from words and their order first and from punctuation last
 */
public record Sentence(int first, int end, Mood mood) {

    public enum Mood {
        /** Invites more than a yes or no: what, how, why, tell me. */
        OPEN_QUESTION,
        /** Can be answered by yes, no or a pick: inversion, tag, choice, a lone phrase with a question mark. */
        CLOSED_QUESTION,
        /** Tells the listener to do something. */
        IMPERATIVE, STATEMENT,
        /** Too little to have a form: "Right.", "Mm-hm." */
        FRAGMENT
    }
}
