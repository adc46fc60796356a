package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import dev.rapport.rules.release.RulesInForce;
import io.quarkus.runtime.StartupEvent;

/**
 * Puts every release of the topic into force, here and on every other replica: each reads all of it. The topic is small, so
 * after a failure it is read from the beginning; what is known already changes nothing.
 */
@ApplicationScoped
class ReleaseFeed {

    private static final Logger LOG = Logger.getLogger(ReleaseFeed.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Config config;
    private final RulesInForce rules;
    private final Event<TopicKnown> known;
    private final Thread thread = new Thread(this::follow, "release-feed");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private volatile boolean ending;

    /** All of the topic has been read once. */
    record TopicKnown(Map<String, Integer> releases) {
    }

    ReleaseFeed(Config config, RulesInForce rules, Event<TopicKnown> known) {
        this.config = config;
        this.rules = rules;
        this.known = known;
        thread.setDaemon(true);
    }

    void begin(@Observes StartupEvent started) {
        thread.start();
    }

    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(5_000);
    }

    private void follow() {
        boolean complained = false;
        while (!ending) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(StreamProperties.releaseReader(config),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                read(consumer);
                complained = false;
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException away) {
                if (!complained && !ending) {
                    LOG.warnf("releases cannot be read: %s", away.getClass().getSimpleName());
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
        boolean behind = true;
        while (!ending) {
            if (behind && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                behind = false;
                rules.releasesAreKnown();
                known.fire(new TopicKnown(rules.releases()));
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8)).flatMap(EventType::of);
        if (record.value() == null || type.isEmpty() || type.get() != EventType.RULEBOOK_RELEASED) {
            return;
        }
        try {
            rules.take(EventJson.read(record.value(), RulebookReleased.class));
        } catch (UnreadableEvent | RuntimeException unreadable) {
            LOG.errorf("record %d of partition %d of the releases changes nothing: %s", record.offset(),
                    record.partition(), unreadable.getClass().getSimpleName());
        }
    }
}
