package dev.rapport.local;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a part that ended is started again: not at all the first time, then longer and longer, and as
 * at first when it had kept going for a while.
 */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private int endings;

    /** The wait after a run from {@code started} to {@code ended}. */
    Duration afterRun(Instant started, Instant ended) {
        if (Duration.between(started, ended).compareTo(A_WHILE) >= 0) {
            endings = 0;
        }
        var wait = endings == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(endings - 1, 10));
        endings++;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
