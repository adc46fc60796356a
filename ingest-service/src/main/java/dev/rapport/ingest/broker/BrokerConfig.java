package dev.rapport.ingest.broker;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long this service waits for the broker. Where it is: {@code KAFKA_BOOTSTRAP_SERVERS}. */
@ConfigMapping(prefix = "rapport.ingest.broker")
public interface BrokerConfig {

    /** From handing a record over to giving it up; a caller waits no longer than this for its 503. */
    @WithDefault("10s")
    Duration delivery();

    /** To learn where a topic's partitions are, or for room in the send buffer. */
    @WithDefault("4s")
    Duration hello();

    /** What a 503 tells the caller to wait. */
    @WithDefault("5s")
    Duration retryAfter();

    /** Silence after which this service says that it is not ready. */
    @WithDefault("8s")
    Duration silence();
}
