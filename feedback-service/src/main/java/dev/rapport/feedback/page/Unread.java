package dev.rapport.feedback.page;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.coaching.composition.Kind;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.reflection.Reflections;

/**
 * Which messages a learner has not opened yet because they want to think about the talk first. No page says anything of what
 * such a message says.
 */
@ApplicationScoped
class Unread {

    /** As many messages as a page of them has; who leaves more of them unread is not thinking about them. */
    private static final int LOOKED_AT = 20;

    @Inject
    Learners learners;
    @Inject
    Messages messages;
    @Inject
    Reflections reflections;

    boolean is(CoachingMessage message) {
        return !among(message.tenant(), message.learner(), List.of(message)).isEmpty();
    }

    /** Ids of those among the messages of a learner. */
    Set<String> among(String tenant, String learner, Collection<CoachingMessage> shown) {
        Optional<Instant> since = learners.reflectFirstSince(tenant, learner);
        if (since.isEmpty()) {
            return Set.of();
        }
        Set<String> unread = shown.stream().filter(m -> m.kind() == Kind.COACHING)
                .filter(m -> m.composedAt().isAfter(since.get())).map(CoachingMessage::id).collect(Collectors.toSet());
        unread.removeAll(reflections.said(tenant, unread));
        return unread;
    }

    /** When the latest of them were composed. */
    Set<Instant> times(String tenant, String learner) {
        return latest(tenant, learner).stream().map(CoachingMessage::composedAt).collect(Collectors.toSet());
    }

    /** Ids of the latest of them. */
    Set<String> ids(String tenant, String learner) {
        return latest(tenant, learner).stream().map(CoachingMessage::id).collect(Collectors.toSet());
    }

    private List<CoachingMessage> latest(String tenant, String learner) {
        if (learners.reflectFirstSince(tenant, learner).isEmpty()) {
            return List.of();
        }
        List<CoachingMessage> latest = messages.of(tenant, learner, LOOKED_AT, null).orElseThrow().messages();
        Set<String> unread = among(tenant, learner, latest);
        return latest.stream().filter(m -> unread.contains(m.id())).toList();
    }
}
