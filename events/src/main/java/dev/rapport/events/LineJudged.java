package dev.rapport.events;

import java.time.Instant;
import java.util.List;

/**
 * What the rules say of a line that was said again. Nothing of a conversation changes by it, and nobody is coached for it.
 *
 * @param practice as in {@link LineTried}
 * @param rulebookVersion hash of what it was judged by; null where there was nothing to judge by
 * @param kinds what the line is, in the words of the rulebook, e.g. {@code open question}; sorted
 * @param shows names of behaviours to keep that are seen in it; sorted
 * @param because one sentence each: why the rule still sees it, or why it cannot tell; empty where it sees it no more
 * @param otherwise what would have changed that; null unless the rule still sees it
 */
public record LineJudged(String tenant, String learner, String conversation, String practice, String rule,
        String rulebookVersion, Verdict verdict, List<String> kinds, List<String> shows, List<String> because,
        String otherwise, Instant at) implements Event {

    public enum Verdict {
        /** The rule sees it no more, and the line takes up what the partner said or asks on. */
        MENDED,
        /** The rule sees it no more, but neither does the line give the partner anything. */
        AVOIDED,
        /** The rule sees it again. */
        SEEN_AGAIN,
        /** The talk is kept no more, or the rule has changed since. */
        CANNOT_TELL
    }

    public LineJudged {
        kinds = List.copyOf(kinds);
        shows = List.copyOf(shows);
        because = List.copyOf(because);
    }

    @Override
    public String id() {
        return Keys.learner(tenant, learner) + "/practice/" + practice + "/judged";
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
