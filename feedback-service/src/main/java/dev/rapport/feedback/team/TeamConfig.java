package dev.rapport.feedback.team;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the export of a tenant that uses the rulebook of the house is written from, and what it says of other services. */
@ConfigMapping(prefix = "rapport.team")
interface TeamConfig {

    /** Folder with {@code behaviours} in it. Where it is not there, the export says so instead of showing sentences. */
    @WithDefault("rules")
    Path rulesDir();

    /** How long turns and observations stay on the broker, in words. Whoever sets up the broker decides. */
    @WithDefault("7 days")
    String keptOnTheBroker();
}
