package dev.rapport.feedback.transcript;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Once an hour, on each replica: doing it twice does no harm. */
@ApplicationScoped
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    @Inject
    @Any
    Instance<KeepsWords> rooms;
    @Inject
    TranscriptsConfig config;
    @Inject
    Clock clock;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "forgetting");
        thread.setDaemon(true);
        return thread;
    });

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    void forget() {
        for (KeepsWords room : rooms) {
            try {
                room.forgetBefore(clock.instant().minus(config.kept()));
            } catch (RuntimeException away) {
                LOG.warnf("Old words are not forgotten yet: %s", away.getClass().getSimpleName());
            }
        }
    }
}
