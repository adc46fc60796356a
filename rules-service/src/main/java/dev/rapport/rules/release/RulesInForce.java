package dev.rapport.rules.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.rapport.events.RulebookReleased;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.rulebook.RulebookFiles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** The rules in force, for whoever judges or asks. */
@ApplicationScoped
public class RulesInForce {

    private static final Logger LOG = Logger.getLogger(RulesInForce.class);

    /**
     * What a tenant with a release of its own has in force.
     *
     * @param number of its version; null for the default rulebook
     * @param rulebook hash of what is judged by; null for the default rulebook
     * @param shadow number of the version in the shadow; null if there is none
     * @param refused a later release that this service cannot read; null if there is none
     */
    record Own(int release, Integer number, String rulebook, int rules, Set<String> codes, Integer shadow,
            SortedSet<String> silenced, Instant since, Integer refused) {
    }

    private final RulesWatch watch;
    private final ReleasedRules released;
    /** Whether all releases there were when the service started are known. */
    private volatile boolean releasesKnown;
    private final Duration look;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-watch");
        thread.setDaemon(true);
        return thread;
    });

    RulesInForce(RulesSettings settings, RulesReader reader, MeterRegistry registry,
            Event<RuleStopped> ruleStopped) {
        this.watch = new RulesWatch(settings.dir().toAbsolutePath().normalize(), reader, Clock.systemUTC());
        this.look = settings.look();
        this.released = new ReleasedRules(watch::inForce,
                (tenant, stopped) -> stopped
                        .forEach((rule, what) -> ruleStopped.fire(new RuleStopped(tenant, rule, what))),
                Clock.systemUTC());
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
            released.prepare();
        } catch (RuntimeException | LinkageError failed) {
            // an exception would end the schedule without a word
            LOG.error("looking at the rules failed", failed);
        }
    }

    @PreDestroy
    void end() {
        looking.shutdownNow();
    }

    /**
     * The rules in force for a tenant: its own, or the default. Empty as long as there has been no rulebook without a fault
     * since the start.
     */
    public Optional<Rules> rules(String tenant) {
        return released.of(tenant);
    }

    /** What observes beside them and coaches nobody. */
    public Optional<Shadow> shadow(String tenant) {
        return released.shadowOf(tenant);
    }

    /**
     * Puts a release into force, between two turns. One that cannot be read changes nothing and is complained of.
     *
     * @return false for one that is no later than what is known
     */
    public boolean take(RulebookReleased release) {
        return released.take(release);
    }

    /** From now on all releases there were at the start are known, so that no tenant is judged by an older one. */
    public void releasesAreKnown() {
        releasesKnown = true;
    }

    public boolean knowsReleases() {
        return releasesKnown;
    }

    /** Number of the last release of each tenant that was taken. */
    public Map<String, Integer> releases() {
        return released.releases();
    }

    Optional<Own> own(String tenant) {
        return released.own(tenant);
    }

    /** The default rulebook. Empty as long as there has been none without a fault since the start. */
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
