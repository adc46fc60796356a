package dev.rapport.rules.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.rulebook.RulebookFiles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** The rules in force, for whoever judges or asks. */
@ApplicationScoped
public class RulesInForce {

    private static final Logger LOG = Logger.getLogger(RulesInForce.class);

    private final RulesWatch watch;
    private final Duration look;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-watch");
        thread.setDaemon(true);
        return thread;
    });

    RulesInForce(RulesSettings settings, RulesReader reader, MeterRegistry registry) {
        this.watch = new RulesWatch(settings.dir().toAbsolutePath().normalize(), reader, Clock.systemUTC());
        this.look = settings.look();
        Gauge.builder("rapport.rulebook.age", watch, w -> w.inForce()
                .map(r -> Duration.between(r.since(), Instant.now()).toMillis() / 1000.0).orElse(Double.NaN))
                .baseUnit("seconds").description("since the rulebook in force took effect").register(registry);
    }

    void begin(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            watch.look();
        } catch (RuntimeException | LinkageError failed) {
            // an exception would end the schedule without a word
            LOG.error("looking at the rules failed", failed);
        }
    }

    @PreDestroy
    void end() {
        looking.shutdownNow();
    }

    /** Empty as long as there has been no rulebook without a fault since the start. */
    public Optional<Rules> rules() {
        return watch.inForce().map(RulesWatch.InForce::rules);
    }

    /** The texts of the default rulebook, as far as they have no fault; empty as long as there has been none. */
    public Optional<RulebookFiles> defaultFiles() {
        return watch.inForce().map(RulesWatch.InForce::files);
    }

    Optional<RulesWatch.InForce> release() {
        return watch.inForce();
    }

    Optional<RulesWatch.Refusal> refusal() {
        return watch.refusal();
    }

    /** Why the folder as it is now is not in force, one line each; empty if it is. */
    public List<String> complaints() {
        return watch.refusal().stream().flatMap(r -> r.complaints().stream()).map(Complaint::toString).toList();
    }
}
