package dev.rapport.feedback.transcript;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the words of talks are kept. */
@ConfigMapping(prefix = "rapport.transcripts")
public interface TranscriptsConfig {

    /** After a talk was opened; none are kept at all if this is zero. */
    @WithDefault("P30D")
    Duration kept();
}
