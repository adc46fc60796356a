package dev.rapport.rules.topology;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Figures of the stream. They are counted when it is done and not when it is committed: after an aborted transaction a
 * turn is counted twice.
 */
final class Tally {

    private final MeterRegistry registry;

    Tally(MeterRegistry registry) {
        this.registry = registry;
    }

    void turn(String tenant, Duration took) {
        Timer.builder("rapport.judge.time").description("from a turn's arrival to its observations")
                .tag("tenant", tenant).publishPercentileHistogram().register(registry).record(took);
        Counter.builder("rapport.turns.judged").tag("tenant", tenant).register(registry).increment();
    }

    void observation(String tenant, String rule, boolean withdrawn) {
        Counter.builder("rapport.observations").description("told, corrected or withdrawn").tag("tenant", tenant)
                .tag("rule", rule).tag("withdrawn", Boolean.toString(withdrawn)).register(registry).increment();
    }

    void conversation(String tenant) {
        Counter.builder("rapport.conversations.judged").tag("tenant", tenant).register(registry).increment();
    }

    /**
     * @param tenant or {@code unknown}, where the record was too broken to tell
     */
    void deadLetter(String tenant) {
        Counter.builder("rapport.dead.letters").description("records that could not be processed")
                .tag("tenant", tenant).tag("topic", "rapport.turns").register(registry).increment();
    }
}
