package dev.rapport.feedback.live;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of nudges. */
@ConfigMapping(prefix = "rapport.live")
interface LiveConfig {

    /** Who has turned them on; nobody unless named. */
    Optional<Set<String>> tenants();

    /** How often a stream says that it is still there, so that nothing between closes it. */
    @WithDefault("15S")
    Duration heartbeat();

    default boolean isOn(String tenant) {
        return tenants().filter(on -> on.contains(tenant)).isPresent();
    }
}
