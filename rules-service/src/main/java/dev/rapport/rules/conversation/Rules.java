package dev.rapport.rules.conversation;

import java.util.Map;
import java.util.Set;

import dev.rapport.events.Clarity;

/**
 * The rules in force, as a conversation needs them. Both questions are pure: the same moment gives the same answer for as
 * long as {@link #version()} is the same.
 */
public interface Rules {

    /** Of the rulebook; another version may answer differently. */
    String version();

    /** Codes of all behaviour rules. */
    Set<String> codes();

    /** What kinds of turn the current one is; its {@link SeenTurn#acts()} are still empty, those before it have theirs. */
    Map<String, Clarity> acts(Moment moment);

    /** Which behaviours the moment shows, now that the current turn has its acts. */
    Verdicts behaviours(Moment moment);
}
