package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;

/** What a condition may look at: one moment, and what is found in its turns by the phrase lists of the rulebook. */
public interface View {

    Moment moment();

    /** Whether the turn is of that kind; for the current turn as far as its act rules have been decided. */
    boolean is(SeenTurn turn, String kind);

    /** The words by which the current turn was seen to be of that kind; null for all of it. */
    Span spanOfKind(String kind);

    /** In the order of the text. */
    List<PhraseHit> hits(SeenTurn turn, String list);

    Likeness likeness(SeenTurn turn, String list);

    Resemblance resemblance(SeenTurn turn, String list);

    /**
     * Accounts for work, one step for about every turn or token looked at, so that no rule can stall the service.
     *
     * @throws RuntimeException of the evaluation's own when the condition has used up what it may
     */
    void work(int steps);

    default SeenTurn current() {
        return moment().current();
    }
}
