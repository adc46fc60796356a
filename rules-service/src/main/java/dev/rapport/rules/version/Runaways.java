package dev.rapport.rules.version;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.rapport.rules.release.RuleStopped;

/**
 * Silences a rule that was stopped at several moments. Once may be the fault of one strange talk, or of a machine that had
 * no time.
 */
@ApplicationScoped
class Runaways {

    private static final Logger LOG = Logger.getLogger(Runaways.class);

    static final int STOPS = 3;
    static final Duration WITHIN = Duration.ofHours(1);

    private record Which(String tenant, String rule) {
    }

    private final Rulebooks rulebooks;
    private final Clock clock;
    private final Map<Which, Deque<Instant>> stops = new HashMap<>();
    // what does not fit comes again with the next turn
    private final ThreadPoolExecutor silencing = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(100), work -> {
                Thread thread = new Thread(work, "silencing");
                thread.setDaemon(true);
                return thread;
            }, new ThreadPoolExecutor.DiscardPolicy());

    Runaways(Rulebooks rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @PreDestroy
    void end() {
        silencing.shutdownNow();
    }

    void stopped(@Observes RuleStopped stopped) {
        if (isOften(stopped)) {
            silencing.execute(() -> silence(stopped));
        }
    }

    private synchronized boolean isOften(RuleStopped stopped) {
        Instant now = clock.instant();
        Deque<Instant> times = stops.computeIfAbsent(new Which(stopped.tenant(), stopped.rule()),
                which -> new ArrayDeque<>());
        times.addLast(now);
        while (times.peekFirst().isBefore(now.minus(WITHIN))) {
            times.removeFirst();
        }
        if (times.size() < STOPS) {
            return false;
        }
        times.clear();
        return true;
    }

    private void silence(RuleStopped stopped) {
        try {
            if (rulebooks.silence(stopped.tenant(), stopped.rule(), stopped.what())) {
                LOG.warnf("tenant %s: rule %s ran away and is silenced", stopped.tenant(), stopped.rule());
            }
        } catch (RuntimeException away) {
            LOG.warnf("tenant %s: rule %s ran away and could not be silenced yet: %s", stopped.tenant(),
                    stopped.rule(), away.getClass().getSimpleName());
        }
    }
}
