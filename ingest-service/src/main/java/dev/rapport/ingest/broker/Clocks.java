package dev.rapport.ingest.broker;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;

/** The time of day, one place for all to take it from. */
class Clocks {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
