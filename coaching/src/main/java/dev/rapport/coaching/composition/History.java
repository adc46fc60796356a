package dev.rapport.coaching.composition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a learner has heard and said before.
 *
 * @param messages how many messages they have had
 * @param timesSaid behaviour code to how many messages had it as a point
 * @param recent behaviour codes of the points of their last {@link #RECENT_MESSAGES} messages, one entry for each time
 * @param stopped codes of rules they want to hear no more of
 * @param goal code of the behaviour they are working on; null if none
 */
public record History(int messages, Map<String, Integer> timesSaid, List<String> recent, Set<String> stopped,
        String goal) {

    /** How far back a point counts as said already. */
    public static final int RECENT_MESSAGES = 5;

    /** Somebody's first message. */
    public static final History NONE = new History(0, Map.of(), List.of(), Set.of(), null);

    public History {
        timesSaid = Map.copyOf(timesSaid);
        recent = List.copyOf(recent);
        stopped = Set.copyOf(stopped);
    }
}
