package dev.rapport.rules.conversation;

import java.util.Set;

/**
 * The rules in force, as a conversation needs them. Their answer is pure: the same moment gives the same for as long as
 * {@link #version()} is the same.
 */
public interface Rules {

    /**
     * Of the rulebook; another version may answer differently. Leaving out a rule that runs away makes no other version: what
     * it saw before stays.
     */
    String version();

    /** Codes of all behaviour rules. */
    Set<String> codes();

    /** What the current turn is and what it shows. Its {@link SeenTurn#acts()} are still empty, those before have theirs. */
    Verdicts judge(Moment moment);
}
