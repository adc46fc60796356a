package dev.rapport.feedback.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Follows what tenants release. Every replica reads all of the topic by itself, without a group; after a failure it reads
 * it again, and what is known already changes nothing.
 */
@ApplicationScoped
public class ReleaseFollower {

    private static final Logger LOG = Logger.getLogger(ReleaseFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    TenantMessages messages;
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final CountDownLatch known = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "release-follower");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private volatile boolean ending;

    void begin(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void end(@Observes ShutdownEvent stop) throws InterruptedException {
        ending = true;
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(5_000);
    }

    /**
     * Waits until the releases there were at the start are known, so that nothing is said in words a tenant has replaced.
     *
     * @return whether they are
     */
    public boolean waitUntilKnown(Duration longest) throws InterruptedException {
        return known.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        boolean complained = false;
        while (!ending) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config(), new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                reading = consumer;
                read(consumer);
                complained = false;
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException away) {
                if (!complained && !ending) {
                    LOG.warnf("Releases cannot be read: %s", away.getClass().getSimpleName());
                    complained = true;
                }
            }
            reading = null;
            try {
                stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException asked) {
                return;
            }
        }
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                config.put(key, value.toString());
            }
        });
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "feedback-service-releases");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        return config;
    }

    /** Returns where there is no topic yet. */
    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULEBOOKS).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!ending) {
            if (known.getCount() > 0
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                known.countDown();
            }
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8)).flatMap(EventType::of);
        if (record.value() == null || type.isEmpty() || type.get() != EventType.RULEBOOK_RELEASED) {
            return;
        }
        try {
            messages.take(EventJson.read(record.value(), RulebookReleased.class));
        } catch (UnreadableEvent | RuntimeException unreadable) {
            LOG.errorf("Record %d of partition %d of the releases changes nothing: %s", record.offset(),
                    record.partition(), unreadable.getClass().getSimpleName());
        }
    }
}
