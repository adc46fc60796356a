package dev.rapport.rules.detection;

/**
 * What one speaker did in a conversation.
 *
 * @param turns of the speaker
 * @param words of the speaker
 * @param othersTurns of everybody else
 * @param questions turns of the speaker that are one, as are the following
 */
record Counts(int turns, int words, int othersTurns, int questions, int closedQuestions, int reflections,
        int advice) {

    /** How many of something a turn of the speaker has. */
    double share(int some) {
        return turns == 0 ? 0 : some / (double) turns;
    }
}
