package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
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
class ReleaseFeed implements KeptConsumer.Work {

    private static final Logger LOG = Logger.getLogger(ReleaseFeed.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RulesInForce rules;
    private final Event<TopicKnown> known;
    private final KeptConsumer consumer;
    /** How far the topic reached when reading it began; null once all of that is read. */
    private Map<TopicPartition, Long> ends;

    /** All of the topic has been read once. */
    record TopicKnown(Map<String, Integer> releases) {
    }

    ReleaseFeed(Config config, RulesInForce rules, Event<TopicKnown> known) {
        this.rules = rules;
        this.known = known;
        this.consumer = new KeptConsumer("release-feed", () -> StreamProperties.releaseReader(config), PAUSE, this, LOG,
                "releases cannot be read");
    }

    void begin(@Observes StartupEvent started) {
        consumer.begin();
    }

    @PreDestroy
    void end() throws InterruptedException {
        consumer.end();
    }

    @Override
    public boolean begin(KafkaConsumer<byte[], byte[]> reading) {
        List<TopicPartition> partitions = reading.partitionsFor(Topics.RULEBOOKS).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            return false;
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        ends = reading.endOffsets(partitions);
        return true;
    }

    @Override
    public void round(KafkaConsumer<byte[], byte[]> reading) {
        if (ends != null
                && ends.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue())) {
            ends = null;
            rules.releasesAreKnown();
            known.fire(new TopicKnown(rules.releases()));
        }
        reading.poll(POLL).forEach(this::take);
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
