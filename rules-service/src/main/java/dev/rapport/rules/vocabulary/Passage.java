package dev.rapport.rules.vocabulary;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;

/**
 * Words that a condition looked at.
 *
 * @param span the passage; null for the whole turn
 * @param counted whether this turn is one of several occurrences the condition counts, e.g. one question of a streak
 */
public record Passage(SeenTurn turn, Span span, boolean counted) {

    static Passage whole(SeenTurn turn) {
        return new Passage(turn, null, false);
    }

    static Passage of(SeenTurn turn, Span span) {
        return new Passage(turn, span, false);
    }

    static Passage counted(SeenTurn turn, Span span) {
        return new Passage(turn, span, true);
    }
}
