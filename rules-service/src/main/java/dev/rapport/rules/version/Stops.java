package dev.rapport.rules.version;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers when rules were stopped because they took too much work. Once or twice may be the fault of one strange talk.
 * Safe for threads.
 */
final class Stops {

    static final int TOO_MANY = 3;
    static final Duration WITHIN = Duration.ofHours(1);

    private record Which(String tenant, String rule) {
    }

    private final Map<Which, Deque<Instant>> times = new HashMap<>();

    /**
     * A rule was stopped.
     *
     * @return whether that is too often; it is counted anew then
     */
    synchronized boolean areTooMany(String tenant, String rule, Instant now) {
        Instant since = now.minus(WITHIN);
        times.values().removeIf(each -> each.peekLast().isBefore(since));
        Which which = new Which(tenant, rule);
        Deque<Instant> of = times.computeIfAbsent(which, each -> new ArrayDeque<>());
        of.addLast(now);
        while (of.peekFirst().isBefore(since)) {
            of.removeFirst();
        }
        if (of.size() < TOO_MANY) {
            return false;
        }
        times.remove(which);
        return true;
    }
}
