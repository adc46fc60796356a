package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.function.Supplier;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Span;

/** What a condition may look at: one moment, and what is found in its turns by the phrase lists of the rulebook. */
public interface View {

    Moment moment();

    /** Whether the turn is of that kind; for the current turn as far as its act rules have been decided. */
    boolean is(SeenTurn turn, String kind);

    /** The words by which the current turn was seen to be of that kind; null for all of it. */
    Span spanOfKind(String kind);

    /**
     * Whether a rule that observes one of the behaviours holds at this moment; for rules that give way to others. No where
     * no rule observes them.
     *
     * @param behaviours as rules name them, in plain form, see {@link English#plain}
     */
    Truth observed(List<String> behaviours);

    /** In the order of the text. */
    List<PhraseHit> hits(SeenTurn turn, String list);

    Likeness likeness(SeenTurn turn, String list);

    Resemblance resemblance(SeenTurn turn, String list);

    /** How much the turn sounds like a kind of turn to a head that learned it; 0 % where that is less than {@code least}. */
    Heard heard(SeenTurn turn, String kind, int least);

    /**
     * What was worked out at this moment for {@code key} before, or else is now: several conditions may rest on the same.
     *
     * @param found pure; throws as {@link #work} does
     */
    <T> T once(Object key, Supplier<T> found);

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
