package dev.rapport.releases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;

/**
 * Reads every release of the topic, without a group, so that each replica knows all of them. The topic is small: after a
 * failure it is read from the beginning, so whoever takes releases must not mind what is known already.
 */
public final class ReleaseReader {

    private static final Logger LOG = Logger.getLogger(ReleaseReader.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KeptConsumer consumer;

    /**
     * @param client what any client of the broker needs: addresses, security
     * @param take told each release, in the order of its tenant's; what it throws is logged, and that release changes nothing
     * @param allKnown told whenever all is read that was there when reading began: after the start, and after each failure
     */
    public ReleaseReader(Supplier<Properties> client, Consumer<RulebookReleased> take, Runnable allKnown) {
        this.consumer = new KeptConsumer("release-reader", () -> reader(client.get()), PAUSE,
                new Reading(take, allKnown), LOG, "releases cannot be read");
    }

    public void begin() {
        consumer.begin();
    }

    public void end() throws InterruptedException {
        consumer.end();
    }

    private static Properties reader(Properties client) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        return properties;
    }

    private static final class Reading implements KeptConsumer.Work {

        private final Consumer<RulebookReleased> take;
        private final Runnable allKnown;
        /** How far the topic reached when reading it began; null once all of that is read. */
        private Map<TopicPartition, Long> ends;

        Reading(Consumer<RulebookReleased> take, Runnable allKnown) {
            this.take = take;
            this.allKnown = allKnown;
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
                allKnown.run();
            }
            reading.poll(POLL).forEach(this::take);
        }

        private void take(ConsumerRecord<byte[], byte[]> record) {
            Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                    .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8))
                    .flatMap(EventType::of);
            if (record.value() == null || type.isEmpty() || type.get() != EventType.RULEBOOK_RELEASED) {
                return;
            }
            try {
                take.accept(EventJson.read(record.value(), RulebookReleased.class));
            } catch (UnreadableEvent | RuntimeException unreadable) {
                LOG.errorf("record %d of partition %d of the releases changes nothing: %s", record.offset(),
                        record.partition(), unreadable.getClass().getSimpleName());
            }
        }
    }
}
