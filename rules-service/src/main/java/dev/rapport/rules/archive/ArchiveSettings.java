package dev.rapport.rules.archive;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long past conversations are kept. */
@ConfigMapping(prefix = "rapport.archive")
public interface ArchiveSettings {

    /** After this long without a word a conversation is deleted, with everything that quotes it. */
    @WithDefault("90d")
    Duration retention();

    /** A conversation that nobody closed counts as over after this long without a word. */
    @WithDefault("24h")
    Duration silence();
}
