package dev.rapport.feedback.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: the pauses that Standard Webhooks proposes, three days in all. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));
    /** What fails together shall not come back together. */
    private static final double JITTER = 0.2;
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetrySchedule() {
    }

    /**
     * @param attempts made so far, at least 1
     * @param asked how long the receiver asked to be left alone, of which a day is granted
     * @param chance 0 to 1
     * @return empty when it is not tried again
     */
    static Optional<Duration> pauseAfter(int attempts, Duration asked, double chance) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Duration planned = PAUSES.get(attempts - 1);
        Duration pause = planned.plusMillis((long) (planned.toMillis() * JITTER * chance));
        Duration granted = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return Optional.of(pause.compareTo(granted) < 0 ? granted : pause);
    }
}
