package dev.rapport.rules.version;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.rapport.rules.release.RuleStopped;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Silences a rule that was stopped at several moments. */
@ApplicationScoped
class Runaways {

    private static final Logger LOG = Logger.getLogger(Runaways.class);

    private final Rulebooks rulebooks;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Stops stops = new Stops();
    // what does not fit comes again with the next turn
    private final ThreadPoolExecutor silencing = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(100), work -> {
                Thread thread = new Thread(work, "silencing");
                thread.setDaemon(true);
                return thread;
            }, new ThreadPoolExecutor.DiscardPolicy());

    Runaways(Rulebooks rulebooks, Clock clock, MeterRegistry metrics) {
        this.rulebooks = rulebooks;
        this.clock = clock;
        this.metrics = metrics;
    }

    @PreDestroy
    void end() {
        silencing.shutdownNow();
    }

    void stopped(@Observes RuleStopped stopped) {
        Counter.builder("rapport.rules.stopped").description("because they took too much work at a turn")
                .tag("tenant", stopped.tenant()).tag("rule", stopped.rule()).register(metrics).increment();
        if (stops.areTooMany(stopped.tenant(), stopped.rule(), clock.instant())) {
            silencing.execute(() -> silence(stopped));
        }
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
