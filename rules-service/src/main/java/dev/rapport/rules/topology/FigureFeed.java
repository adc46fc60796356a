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
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.Topics;
import dev.rapport.releases.KeptConsumer;
import dev.rapport.rules.figures.Figures;
import dev.rapport.rules.figures.Figures.Told;
import dev.rapport.rules.figures.Precision;
import dev.rapport.rules.figures.RuleDisputed;
import dev.rapport.rules.figures.TrustSettings;
import io.quarkus.runtime.StartupEvent;

/**
 * Has what was observed and what learners said of it counted. What was counted is committed after the database has it: after
 * a failure some is taken again, which changes nothing. While the database is away it waits.
 */
@ApplicationScoped
class FigureFeed implements KeptConsumer.Work {

    private static final Logger LOG = Logger.getLogger(FigureFeed.class);

    private static final List<String> TOPICS = List.of(Topics.OBSERVATIONS, Topics.REACTIONS, Topics.SHADOW,
            Topics.ERASURES);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Figures figures;
    private final TrustSettings trust;
    private final Event<RuleDisputed> disputed;
    private final Clock clock;
    private final KeptConsumer consumer;
    private LocalDate tidied;

    FigureFeed(Config config, StreamSettings settings, Figures figures, TrustSettings trust,
            Event<RuleDisputed> disputed, Clock clock) {
        this.figures = figures;
        this.trust = trust;
        this.disputed = disputed;
        this.clock = clock;
        // what was not committed is read again by the next consumer
        this.consumer = new KeptConsumer("figure-feed", () -> StreamProperties.figureReader(config, settings), PAUSE,
                this, LOG, "observations wait to be counted");
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
        reading.subscribe(TOPICS);
        return true;
    }

    @Override
    public void round(KafkaConsumer<byte[], byte[]> reading) {
        take(reading, reading.poll(POLL));
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
        told.stream().flatMap(each -> each.event() instanceof ReactionGiven given
                && given.reaction() == ReactionGiven.Reaction.NOT_RIGHT ? Stream.of(given) : Stream.empty())
                .forEach(this::look);
    }

    /** Only "not right" makes it worse. Looked at after it counts: one that is missed is looked at with the next. */
    private void look(ReactionGiven given) {
        if (given.ruleVersion() == null) {
            return;
        }
        Precision precision = figures.precision(given.tenant(), given.rule(), given.ruleVersion());
        if (precision.isBelow(trust.floor(), trust.votes())) {
            disputed.fire(new RuleDisputed(given.tenant(), given.rule(), given.ruleVersion(), precision));
        }
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
