package dev.rapport.feedback.message;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the wordings are. */
@ConfigMapping(prefix = "rapport.messages")
interface MessagesConfig {

    /** Folder of message files. */
    @WithDefault("rules/messages")
    Path dir();
}
