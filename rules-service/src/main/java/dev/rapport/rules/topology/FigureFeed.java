package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
import dev.rapport.events.Topics;
import dev.rapport.rules.figures.Figures;
import dev.rapport.rules.figures.Figures.Told;
import io.quarkus.runtime.StartupEvent;

/**
 * Has what was observed and what learners said of it counted. What was counted is committed after the database has it: after
 * a failure some is taken again, which changes nothing. While the database is away it waits.
 */
@ApplicationScoped
class FigureFeed {

    private static final Logger LOG = Logger.getLogger(FigureFeed.class);

    private static final List<String> TOPICS = List.of(Topics.OBSERVATIONS, Topics.REACTIONS, Topics.SHADOW,
            Topics.ERASURES);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Config config;
    private final StreamSettings settings;
    private final Figures figures;
    private final Clock clock;
    private final Thread thread = new Thread(this::follow, "figure-feed");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private LocalDate tidied;

    FigureFeed(Config config, StreamSettings settings, Figures figures, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void begin(@Observes StartupEvent started) {
        thread.start();
    }

    @PreDestroy
    void end() throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(5_000);
    }

    private void follow() {
        boolean complained = false;
        while (stopping.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    StreamProperties.figureReader(config, settings), new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                reading = consumer;
                consumer.subscribe(TOPICS);
                while (stopping.getCount() > 0) {
                    take(consumer, consumer.poll(POLL));
                    complained = false;
                }
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException away) {
                // what was not committed is read again by the next consumer
                if (!complained && stopping.getCount() > 0) {
                    LOG.warnf("observations wait to be counted: %s", away.getClass().getSimpleName());
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

    private void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(tidied)) {
            figures.forgetOld(today);
            tidied = today;
        }
        if (records.isEmpty()) {
            return;
        }
        List<Told> told = new ArrayList<>();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record).ifPresent(told::add);
            done.put(new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1));
        }
        figures.take(told);
        consumer.commitSync(done);
    }

    private static Optional<Told> read(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8)).flatMap(EventType::of);
        if (record.value() == null || type.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Told(EventJson.read(record.value(), type.get().record()),
                    LocalDate.ofInstant(Instant.ofEpochMilli(record.timestamp()), ZoneOffset.UTC)));
        } catch (UnreadableEvent | RuntimeException unreadable) {
            // feedback-service keeps it as a dead letter; here it is a count that is missing
            LOG.warnf("%s-%d@%d is not counted: it cannot be read", record.topic(), record.partition(),
                    record.offset());
            return Optional.empty();
        }
    }
}
