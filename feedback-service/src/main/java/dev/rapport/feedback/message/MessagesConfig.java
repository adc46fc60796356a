package dev.rapport.feedback.message;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the wordings are, and whether messages wait for each other. */
@ConfigMapping(prefix = "rapport.messages")
interface MessagesConfig {

    /** Folder of message files. */
    @WithDefault("rules/messages")
    Path dir();

    /**
     * Whether rest, fading and the week of a learner keep a message back. Not on a laptop, where somebody asks for each
     * message themselves and coaches the same talk under one rule after another.
     */
    @WithDefault("true")
    boolean paced();
}
