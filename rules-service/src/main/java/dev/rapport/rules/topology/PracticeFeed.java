package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.Ids;
import dev.rapport.events.LineJudged;
import dev.rapport.events.LineTried;
import dev.rapport.events.Topics;
import dev.rapport.releases.KeptConsumer;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.practice.PracticeJudge;
import dev.rapport.rules.release.RulesInForce;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Answers lines that learners say again. An answer is acknowledged before its question counts as read; after a failure a
 * question may be answered twice, under one id. What cannot be read goes to the dead-letter topic.
 */
@ApplicationScoped
class PracticeFeed implements KeptConsumer.Work {

    private static final Logger LOG = Logger.getLogger(PracticeFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Config config;
    private final Archive archive;
    private final RulesInForce rules;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final KeptConsumer consumer;
    /** Made with the first question. */
    private KafkaProducer<byte[], byte[]> producer;

    PracticeFeed(Config config, StreamSettings settings, Archive archive, RulesInForce rules, MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.archive = archive;
        this.rules = rules;
        this.metrics = metrics;
        this.clock = clock;
        this.consumer = new KeptConsumer("practice-feed", () -> StreamProperties.practiceReader(config, settings),
                PAUSE, this, LOG, "practised lines wait to be judged");
    }

    void begin(@Observes StartupEvent started) {
        consumer.begin();
    }

    @PreDestroy
    void end() throws InterruptedException {
        consumer.end();
        if (producer != null) {
            producer.close(PAUSE);
        }
    }

    @Override
    public boolean begin(KafkaConsumer<byte[], byte[]> reading) {
        if (!rules.knowsReleases()) {
            // a tenant's line must not be judged by somebody else's rules
            return false;
        }
        reading.subscribe(List.of(Topics.PRACTICE));
        return true;
    }

    @Override
    public void round(KafkaConsumer<byte[], byte[]> reading) {
        ConsumerRecords<byte[], byte[]> records = reading.poll(POLL);
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            take(record);
            done.put(new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1));
        }
        if (!done.isEmpty()) {
            reading.commitSync(done);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Header typed = record.headers().lastHeader(CloudEvents.TYPE);
        if (typed == null || typed.value() == null || EventType.of(new String(typed.value(), StandardCharsets.UTF_8))
                .filter(type -> type == EventType.LINE_TRIED).isEmpty()) {
            // somebody newer said something this version has no name for
            return;
        }
        Optional<LineTried> tried = read(record);
        if (tried.isEmpty()) {
            bury(record, "it cannot be read");
            return;
        }
        try {
            answer(tried.get());
        } catch (Archive.ArchiveAway | KafkaException away) {
            throw away;
        } catch (RuntimeException | StackOverflowError failed) {
            bury(record, "failed with " + failed.getClass().getSimpleName());
        }
    }

    private static Optional<LineTried> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            LineTried tried = EventJson.read(record.value() == null ? new byte[0] : record.value(), LineTried.class);
            boolean sound = Ids.isValid(tried.tenant()) && Ids.isValid(tried.learner()) && Ids.isValid(tried.rule())
                    && Ids.isValid(tried.conversation()) && Ids.isValid(tried.practice()) && tried.line() != null;
            return sound ? Optional.of(tried) : Optional.empty();
        } catch (UnreadableEvent | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private void answer(LineTried tried) {
        // somebody else's talk is as good as none
        var kept = archive.talk(tried.tenant(), tried.conversation())
                .filter(talk -> talk.opened().learner().equals(tried.learner()));
        LineJudged judged = PracticeJudge.judge(tried, kept, rules.rules(tried.tenant()), archive::read,
                clock.instant());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.OBSERVATIONS,
                judged.key().getBytes(StandardCharsets.UTF_8), EventJson.write(judged));
        CloudEvents.headers(judged, "rules-service", judged.at()).forEach(record.headers()::add);
        send(record);
        metrics.counter("rapport.practice.judged", "tenant", tried.tenant(), "verdict", judged.verdict().name())
                .increment();
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add(CloudEvents.DEAD_LETTER_REASON, reason.getBytes(StandardCharsets.UTF_8));
        send(new ProducerRecord<>(Topics.deadLetter(Topics.PRACTICE), null, record.key(), record.value(), headers));
        metrics.counter("rapport.practice.dead").increment();
        LOG.warnf("%s-%d@%d went to the dead-letter topic: %s", record.topic(), record.partition(), record.offset(),
                reason);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (producer == null) {
            producer = new KafkaProducer<>(StreamProperties.practiceWriter(config), new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        Future<?> sent = producer.send(record);
        try {
            sent.get();
        } catch (ExecutionException away) {
            throw new KafkaException(away.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException(stopping);
        }
    }
}
