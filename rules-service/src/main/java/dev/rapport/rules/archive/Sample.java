package dev.rapport.rules.archive;

import java.time.Instant;
import java.util.Set;

/**
 * Which past conversations. What is null or empty leaves nothing out.
 *
 * @param from that began at this time or later
 * @param before that began earlier than this
 * @param kinds of conversation
 * @param learners whose they are
 * @param conversations by their ids
 * @param most this many, the latest
 */
public record Sample(Instant from, Instant before, Set<String> kinds, Set<String> learners,
        Set<String> conversations, Integer most) {

    /** Everything there is. */
    public static final Sample ALL = new Sample(null, null, Set.of(), Set.of(), Set.of(), null);

    public Sample {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        learners = learners == null ? Set.of() : Set.copyOf(learners);
        conversations = conversations == null ? Set.of() : Set.copyOf(conversations);
    }

    public static Sample latest(int most) {
        return new Sample(null, null, Set.of(), Set.of(), Set.of(), most);
    }
}
