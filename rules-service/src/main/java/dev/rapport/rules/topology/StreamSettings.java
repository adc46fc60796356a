package dev.rapport.rules.topology;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The stream. Whatever else a Kafka client takes is given as {@code kafka.<property>}. */
@ConfigMapping(prefix = "rapport.streams")
interface StreamSettings {

    /** One for each installation on a broker: its group, its transactions and its internal topics are named so. */
    @WithDefault("rapport-rules")
    String applicationId();

    /** Where the state lies on disk; lost, it is read again from the broker. */
    Path stateDir();

    /** Observations are visible after this time at the latest. */
    @WithDefault("50ms")
    Duration commitInterval();

    /** After this time without a sign of life its partitions go to another replica, or to its own next life. */
    @WithDefault("10s")
    Duration sessionTimeout();

    @WithDefault("1")
    int threads();

    /** Copies of the state on other replicas, ready to take over. */
    @WithDefault("0")
    int standbys();

    /** Turns kept in memory by each task; a turn with its signals takes about 5 kB. */
    @WithDefault("25000")
    int turnsInMemory();
}
