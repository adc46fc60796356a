package dev.rapport.ingest.turn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts turns as {@code rapport_ingest_turns_total}, by tenant and what became of them. */
@ApplicationScoped
class TurnMeter {

    enum Outcome {
        /** Acknowledged by the broker. */
        ACCEPTED,
        /** Told to the caller as not usable. */
        REFUSED,
        /** Readable, but the broker did not acknowledge; the caller was told to send it again. */
        UNDELIVERED
    }

    @Inject
    MeterRegistry meters;

    void count(String tenant, Outcome outcome, long turns) {
        if (turns > 0) {
            meters.counter("rapport.ingest.turns", "tenant", tenant, "outcome",
                    outcome.name().toLowerCase(java.util.Locale.ROOT)).increment(turns);
        }
    }
}
