package dev.rapport.rules.replay;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How replays run. */
@ConfigMapping(prefix = "rapport.replay")
interface ReplaySettings {

    /** Threads that judge: leave some of the machine to the turns of today. */
    @WithDefault("2")
    int threads();

    /** Replays of one tenant that are kept; older ones are deleted with what they found. */
    @WithDefault("20")
    int kept();

    /** Replays that may wait in one instance; more are refused. */
    @WithDefault("10")
    int waiting();

    /** A replay nobody has heard of for so long is taken for lost with its instance. */
    @WithDefault("60s")
    Duration lost();
}
