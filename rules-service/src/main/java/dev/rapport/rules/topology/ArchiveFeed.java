package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.Ids;
import dev.rapport.events.LearnerErased;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.Topics;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.proposal.Proposals;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Brings conversations, erasures and reactions to the {@link Archive}, beside the stream and without holding it up. A
 * record counts as read once the database has it; until then it comes again. What cannot be read, or fails although the
 * database answers, is left out and counted.
 */
@ApplicationScoped
public class ArchiveFeed {

    private static final Logger LOG = Logger.getLogger(ArchiveFeed.class);

    private static final List<String> TOPICS = List.of(Topics.TURNS, Topics.ERASURES, Topics.REACTIONS);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PRUNE = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /** Turns of a transaction: what is read again after a crash. */
    private static final String MOST_AT_ONCE = "200";

    private final Config config;
    private final Archive archive;
    private final Proposals proposals;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();
    private final Thread thread = new Thread(this::keepGoing, "archive-feed");
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private Instant pruned = Instant.EPOCH;

    ArchiveFeed(Config config, Archive archive, Proposals proposals, MeterRegistry metrics) {
        this.config = config;
        this.archive = archive;
        this.proposals = proposals;
        this.metrics = metrics;
        thread.setDaemon(true);
    }

    void begin(@Observes StartupEvent started) {
        thread.start();
    }

    @PreDestroy
    void end() throws InterruptedException {
        ending.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(GOODBYE.toMillis());
    }

    private void keepGoing() {
        long pause = FIRST_PAUSE_MILLIS;
        while (ending.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> reading = new KafkaConsumer<>(properties(),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = reading;
                reading.subscribe(TOPICS);
                while (ending.getCount() > 0) {
                    read(reading);
                    pause = FIRST_PAUSE_MILLIS;
                }
            } catch (WakeupException | InterruptException asked) {
                LOG.debug("asked to end");
            } catch (KafkaException away) {
                LOG.debug("the broker does not answer", away);
            } catch (Archive.ArchiveAway away) {
                // unread records come again with the next consumer
                LOG.warnf("the archive waits: %s", away.getMessage());
            } catch (RuntimeException failed) {
                LOG.errorf("the archive's reading failed and begins anew: %s", failed.getClass().getName());
            }
            pause = pause(pause);
        }
    }

    private Properties properties() {
        Properties properties = StreamProperties.client(config);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "rules-service-archive");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return properties;
    }

    private void read(KafkaConsumer<byte[], byte[]> reading) {
        List<Archive.Heard> heard = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
            event(record).ifPresent(
                    event -> heard.add(new Archive.Heard(event, Instant.ofEpochMilli(record.timestamp()))));
        }
        if (!heard.isEmpty()) {
            take(heard);
            reading.commitSync();
        }
        Instant now = clock.instant();
        if (now.isAfter(pruned.plus(PRUNE))) {
            pruned = now;
            int gone = archive.prune(now);
            if (gone > 0) {
                LOG.infof("%d past conversations reached the end of their retention", gone);
            }
        }
    }

    /** All at once; where that fails although the database answers, one by one, to find the one it is. */
    private void take(List<Archive.Heard> all) {
        try {
            keep(all);
        } catch (RuntimeException failed) {
            if (!archive.answers()) {
                throw failed;
            }
            for (Archive.Heard each : all) {
                try {
                    keep(List.of(each));
                } catch (RuntimeException again) {
                    if (!archive.answers()) {
                        throw again;
                    }
                    skip(each.event().tenant(), each.event().id(), again.getClass().getSimpleName());
                }
            }
        }
    }

    private void keep(List<Archive.Heard> all) {
        archive.take(all);
        all.forEach(heard -> {
            if (heard.event() instanceof ReactionGiven reaction) {
                proposals.take(reaction);
            }
        });
    }

    /** What the stream puts in the dead-letter topic is only left out here. */
    private Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.TURNS)) {
            return Heard.read(record.key(), record.value(), record.headers()) instanceof Heard.Said said
                    ? Optional.of(said.event())
                    : Optional.empty();
        }
        Header typed = record.headers().lastHeader(CloudEvents.TYPE);
        EventType type = typed == null || typed.value() == null
                ? null
                : EventType.of(new String(typed.value(), StandardCharsets.UTF_8)).orElse(null);
        try {
            if (record.value() != null && type == EventType.LEARNER_ERASED) {
                LearnerErased erased = EventJson.read(record.value(), LearnerErased.class);
                if (Ids.isValid(erased.tenant()) && Ids.isValid(erased.learner()) && erased.at() != null) {
                    return Optional.of(erased);
                }
            } else if (record.value() != null && type == EventType.REACTION_GIVEN) {
                ReactionGiven reaction = EventJson.read(record.value(), ReactionGiven.class);
                if (Ids.isValid(reaction.tenant()) && Ids.isValid(reaction.learner()) && Ids.isValid(reaction.message())
                        && Ids.isValid(reaction.rule()) && reaction.reaction() != null) {
                    return Optional.of(reaction);
                }
            } else if (type == null || type != EventType.LEARNER_ERASED && type != EventType.REACTION_GIVEN) {
                // somebody newer said something this version has no name for
                return Optional.empty();
            }
        } catch (UnreadableEvent unreadable) {
            LOG.debug("unreadable", unreadable);
        }
        skip("unknown", record.topic() + "-" + record.partition() + "@" + record.offset(), "unreadable");
        return Optional.empty();
    }

    private void skip(String tenant, String what, String why) {
        metrics.counter("rapport.archive.skipped", "tenant", tenant).increment();
        LOG.warnf("%s is not kept: %s", what, why);
    }

    /** @return how long to wait the next time */
    private long pause(long millis) {
        try {
            ending.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return Math.min(LONGEST_PAUSE_MILLIS, millis * 2);
    }
}
