package dev.rapport.events;

import java.time.Instant;

/**
 * The conversation is over; no turn follows.
 *
 * @param turns how many turns were sent, where the sender knows it: judging waits until so many have arrived; null if not
 * told
 */
public record ConversationClosed(String tenant, String conversation, Integer turns, Instant closedAt)
        implements
            Event {

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/closed";
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
