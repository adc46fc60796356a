package dev.rapport.events;

/**
 * A passage that an observation rests on.
 *
 * @param turn number of the turn it stands in
 * @param role who spoke it
 * @param part whether it is the behaviour itself or what the behaviour answers to
 * @param text the whole turn's words, so that a reader sees the passage where it was said; empty where they are of a kind
 *        that is never quoted
 * @param from index of the passage's first character in {@code text}, in UTF-16 units
 * @param to index after the passage's last character
 * @param focus the noun phrase or clause of {@code text} most worth returning to, word for word; null if none stands out
 * @param startMillis of the turn; null without times
 */
public record Evidence(int turn, Role role, Part part, String text, int from, int to, String focus, Long startMillis) {

    public enum Part {
        /** The learner's doing; each distinct turn of this part counts as one occurrence. */
        ACT,
        /** What was said around it, mostly by the partner. */
        CONTEXT
    }

    public Evidence {
        if (from < 0 || to < from || to > text.length()) {
            throw new IllegalArgumentException("passage " + from + ".." + to + " is outside its turn");
        }
    }

    /** The words of the passage. */
    public String passage() {
        return text.substring(from, to);
    }
}
