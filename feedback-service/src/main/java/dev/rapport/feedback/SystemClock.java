package dev.rapport.feedback;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The time, injected so that tests can set it. */
class SystemClock {

    @Produces
    @Singleton
    Clock clock(ClockConfig config) {
        Clock system = Clock.systemUTC();
        return config.file().<Clock>map(file -> new ToldClock(file, system)).orElse(system);
    }
}
