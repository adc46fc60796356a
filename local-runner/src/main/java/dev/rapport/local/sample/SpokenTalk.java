package dev.rapport.local.sample;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A talk that was never held.
 *
 * @param conversation its id
 * @param learner the learner's id
 * @param learnerName as on the turns
 * @param partner name of the other one
 * @param meant habits it was written to show
 */
public record SpokenTalk(String conversation, String learner, String learnerName, String partner, String kind,
        String stage, Instant startedAt, List<Line> lines, Set<Habit> meant) {

    public SpokenTalk {
        lines = List.copyOf(lines);
        meant = Set.copyOf(meant);
    }

    /** A turn; times in milliseconds since the talk began. */
    public record Line(boolean byLearner, String text, long startMillis, long endMillis) {
    }
}
