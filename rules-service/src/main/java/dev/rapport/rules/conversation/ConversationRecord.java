package dev.rapport.rules.conversation;

import java.time.Instant;

import dev.rapport.events.ConversationOpened;

/**
 * What is kept of a conversation besides its turns: small, because it is written again with each of them.
 *
 * @param opened as announced last
 * @param counts of the turns that are there
 * @param judgedBefore every turn with a smaller number has been judged with all that is known; the rest waits
 * @param last number of its last turn; 0 before the first
 * @param rulebook version under which those were judged; null before the first
 * @param language spoken, as declared or detected; null as long as there is too little to tell
 * @param heard when its last turn came
 */
public record ConversationRecord(ConversationOpened opened, Phase phase, Counts counts, int judgedBefore, int last,
        String rulebook, String language, Instant heard) {

    /** Whether {@link ConversationJudge#goOn} has something to do soon, without anything being said. */
    public boolean isWaiting() {
        return phase instanceof Phase.Closing || last >= judgedBefore;
    }

    /**
     * Running counts of the turns.
     *
     * @param standing observations that hold
     */
    public record Counts(int turns, int learnerTurns, int learnerWords, int partnerWords, int standing) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}
