package dev.rapport.coaching.history;

import java.util.Set;

/**
 * What a learner chose.
 *
 * @param stopped codes of the behaviours they want to hear no more of
 * @param goal code of the behaviour they are working on; null if none
 * @param profile code of how people talk where they are; null if none
 * @param twoPoints whether a message may have a second point to try
 */
public record Choices(Set<String> stopped, String goal, String profile, boolean twoPoints) {

    /** Nothing chosen. */
    public static final Choices NONE = new Choices(Set.of(), null);

    public Choices {
        stopped = Set.copyOf(stopped);
    }

    /** No profile, and one point to try. */
    public Choices(Set<String> stopped, String goal) {
        this(stopped, goal, null, false);
    }
}
