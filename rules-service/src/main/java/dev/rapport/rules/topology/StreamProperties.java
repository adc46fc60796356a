package dev.rapport.rules.topology;

import java.time.Duration;
import java.util.Properties;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.eclipse.microprofile.config.Config;

/** The settings in Kafka's words. */
final class StreamProperties {

    /** More than the slowest step of ours; a reader of committed observations waits so long after a lost disk. */
    private static final Duration TRANSACTION = Duration.ofSeconds(20);

    /** Two rulebooks of the largest size with their quotes escaped, in bytes before compression. */
    private static final int LARGEST_RELEASE = 40_000_000;

    private static final String PREFIX = "kafka.";

    private StreamProperties() {
    }

    /** What any client of this installation's broker needs: addresses, security. */
    static Properties client(Config config) {
        Properties properties = new Properties();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> properties.put(name.substring(PREFIX.length()), value));
            }
        }
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "2000");
        return properties;
    }

    static Properties admin(Config config, Duration answer) {
        Properties properties = client(config);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answer.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) answer.toMillis());
        return properties;
    }

    /** Shares its topics with the other replicas. */
    static Properties figureReader(Config config, StreamSettings settings) {
        return sharedReader(config, settings.applicationId() + "-figures");
    }

    /** Shares its topic with the other replicas. */
    static Properties practiceReader(Config config, StreamSettings settings) {
        Properties properties = sharedReader(config, settings.applicationId() + "-practice");
        // each takes up to some hundred milliseconds, and what was answered shall not be answered again
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "20");
        return properties;
    }

    private static Properties sharedReader(Config config, String group) {
        Properties properties = client(config);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return properties;
    }

    static Properties releaseWriter(Config config) {
        Properties properties = practiceWriter(config);
        // texts: a release is a whole rulebook, and its shadow
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(LARGEST_RELEASE));
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(2 * LARGEST_RELEASE));
        return properties;
    }

    static Properties practiceWriter(Config config) {
        Properties properties = client(config);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        return properties;
    }

    static Properties stream(Config config, StreamSettings settings) {
        Properties properties = client(config);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                (int) TRANSACTION.toMillis());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                (int) settings.sessionTimeout().toMillis());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) settings.sessionTimeout().toMillis() / 4);
        return properties;
    }
}
