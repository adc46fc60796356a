package dev.rapport.events;

import java.util.Map;

/**
 * What a version in the shadow saw in a conversation that is over. It holds nobody's words, and nobody is coached by it.
 *
 * @param number of the version
 * @param rulebookVersion hash of what it judges by, 12 hex digits
 * @param hits by the code of each rule that saw something, at how many turns
 */
public record ShadowObserved(String tenant, String conversation, String learner, int number, String rulebookVersion,
        Map<String, Integer> hits) implements Event {

    public ShadowObserved {
        hits = Map.copyOf(hits);
    }

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/shadow/" + number;
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
