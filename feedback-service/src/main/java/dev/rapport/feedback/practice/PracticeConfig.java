package dev.rapport.feedback.practice;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of practice. */
@ConfigMapping(prefix = "rapport.practice")
interface PracticeConfig {

    /** How long a request waits for the rules' answer before it is told to ask again. */
    @WithDefault("3S")
    Duration patience();
}
