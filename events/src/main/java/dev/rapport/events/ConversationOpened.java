package dev.rapport.events;

import java.time.Instant;
import java.util.List;

/**
 * A conversation was announced, with consent, before its first turn; or announced again with other details.
 *
 * @param learner id of the person to coach; the key of everything kept about them
 * @param participants everybody known so far, exactly one with {@link Role#LEARNER}
 * @param kind what the conversation is for, e.g. {@code sales-discovery}, {@code support}, {@code one-to-one},
 * {@code mentoring}, {@code general}
 * @param stage how well the two know each other: {@code first-contact}, {@code building}, {@code established}; null if not
 * told
 * @param language BCP 47, or null to have it detected
 * @param consent who agreed to what; never null, because without it there is no event
 * @param startedAt when the talk began; null if not told
 */
public record ConversationOpened(String tenant, String conversation, String learner, List<Participant> participants,
        String kind, String stage, String language, Consent consent, Instant startedAt) implements Event {

    public ConversationOpened {
        participants = List.copyOf(participants);
    }

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/opened";
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
