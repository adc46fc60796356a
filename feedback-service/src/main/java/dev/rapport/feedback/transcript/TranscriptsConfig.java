package dev.rapport.feedback.transcript;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the words of talks are kept: whole days. */
@ConfigMapping(prefix = "rapport.transcripts")
public interface TranscriptsConfig {

    /** After a talk was opened; none are kept at all if this is zero. */
    @WithDefault("P30D")
    Duration kept();

    /**
     * After the last word of a talk, in rules-service, where whoever writes rules tries them out on it; its
     * {@code rapport.archive.retention}. Here it is only told to learners and works councils.
     */
    @WithDefault("P90D")
    Duration keptForReplay();
}
