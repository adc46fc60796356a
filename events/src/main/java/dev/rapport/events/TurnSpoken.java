package dev.rapport.events;

/**
 * One speaker's words until somebody else spoke.
 *
 * @param turn its number in the conversation, from 1; a number already taken is the same turn sent again
 * @param speaker a participant's name
 * @param text the words, at most {@link #LONGEST_TEXT} characters
 * @param startMillis since the start of the conversation; null in a transcript without times
 * @param endMillis since the start of the conversation; null in a transcript without times
 * @param confidence of the speech recognition, 0 to 1; null where unknown
 */
public record TurnSpoken(String tenant, String conversation, int turn, String speaker, Role role, String text,
        Long startMillis, Long endMillis, Double confidence) implements Event {

    /** Twenty minutes of uninterrupted talk; a longer text is not one turn. */
    public static final int LONGEST_TEXT = 20_000;

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/turn/" + turn;
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
