package dev.rapport.events;

import java.util.List;
import java.util.Map;

/**
 * The conversation is over and everything that could be seen in it has been said. Coaching starts here.
 *
 * @param kind and {@code stage}: as in {@link ConversationOpened}
 * @param language what it was spoken in, BCP 47; {@code und} where there were too few words to tell
 * @param observations how many stand, i.e. not withdrawn
 * @param judged codes of the rules that could be decided, sorted
 * @param notJudged code of each other rule, with the reason in words
 * @param cannotJudge why nothing at all could be judged, e.g. "it is in German (de), and only English can be judged yet"; null if it could
 * @param partnerNames names of the participants who are not the learner, so that no message shows one; empty where unknown
 */
public record ConversationJudged(String tenant, String conversation, String learner, String kind, String stage,
        String language, int turns, int learnerTurns, int learnerWords, int partnerWords, Double meanConfidence,
        int observations, List<String> judged, Map<String, String> notJudged, String cannotJudge,
        String rulebookVersion, List<String> partnerNames) implements Event {

    public ConversationJudged {
        judged = List.copyOf(judged);
        notJudged = Map.copyOf(notJudged);
        // absent in what an earlier version wrote
        partnerNames = partnerNames == null ? List.of() : List.copyOf(partnerNames);
    }

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/judged";
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
