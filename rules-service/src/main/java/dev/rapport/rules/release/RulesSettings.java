package dev.rapport.rules.release;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the rules are. */
@ConfigMapping(prefix = "rapport.rules")
interface RulesSettings {

    /** The folder that people edit. */
    @WithDefault("rules")
    Path dir();

    /** How often it is looked at. A change takes effect after two looks that saw the same. */
    @WithDefault("200ms")
    Duration look();
}
