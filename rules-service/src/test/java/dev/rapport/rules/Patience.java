package dev.rapport.rules;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what other threads and other processes do: longer than the slowest machine that is busy takes. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {
    }

    public static ConditionFactory soon() {
        return Awaitility.await().atMost(LONGEST);
    }
}
