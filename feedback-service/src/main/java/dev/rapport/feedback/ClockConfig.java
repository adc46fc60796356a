package dev.rapport.feedback;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What time it is. */
@ConfigMapping(prefix = "rapport.clock")
interface ClockConfig {

    /**
     * A file that says what time it is while it exists, an instant in ISO 8601; see {@link ToldClock}. Not set outside a
     * house that plays months of the past: there the time is the system's.
     */
    Optional<Path> file();
}
