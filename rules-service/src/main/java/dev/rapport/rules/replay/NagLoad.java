package dev.rapport.rules.replay;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many coaching messages come to a learner in a week in which they talk.
 *
 * @param weeks of learners that were counted
 * @param median a half for an even number of weeks may lie between two
 * @param max in any week of anybody
 */
public record NagLoad(long weeks, double median, int max) {

    /** Counts weeks by how many messages they had: a few numbers, however many talks. */
    static final class Meter {

        private final TreeMap<Integer, Long> weeksWith = new TreeMap<>();

        void week(int messages) {
            weeksWith.merge(messages, 1L, Long::sum);
        }

        NagLoad read() {
            long weeks = weeksWith.values().stream().mapToLong(Long::longValue).sum();
            if (weeks == 0) {
                return new NagLoad(0, 0, 0);
            }
            return new NagLoad(weeks, (nth((weeks - 1) / 2) + nth(weeks / 2)) / 2.0, weeksWith.lastKey());
        }

        private int nth(long place) {
            long passed = 0;
            for (Map.Entry<Integer, Long> each : weeksWith.entrySet()) {
                passed += each.getValue();
                if (passed > place) {
                    return each.getKey();
                }
            }
            throw new IllegalArgumentException("there are only " + passed);
        }
    }
}
