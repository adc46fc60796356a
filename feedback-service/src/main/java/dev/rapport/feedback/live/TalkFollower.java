package dev.rapport.feedback.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.Topics;
import dev.rapport.feedback.message.ReleaseFollower;
import dev.rapport.releases.KeptConsumer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Follows every talk of the tenants that have nudges on. Without a group, so that each replica knows all of them: a learner
 * listens at whichever replica answered. Only runs where a tenant has turned it on.
 */
@ApplicationScoped
class TalkFollower implements KeptConsumer.Work {

    private static final Logger LOG = Logger.getLogger(TalkFollower.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A talk that began before is not known whole after a restart, and so nobody is nudged in it any more. */
    private static final Duration LOOK_BACK = Duration.ofHours(4);
    private static final Set<EventType> OF_A_TALK = EnumSet.of(EventType.CONVERSATION_OPENED, EventType.TURN_SPOKEN,
            EventType.CONVERSATION_CLOSED, EventType.BEHAVIOUR_OBSERVED, EventType.CONVERSATION_JUDGED);

    private final LiveConfig config;
    private final ReleaseFollower releases;
    private final Coach coach;
    private final Clock clock;
    private final KeptConsumer consumer;
    private final OpenTalks talks = new OpenTalks();
    /** How far the topics reached when reading them began; null once all of that is read. */
    private Map<TopicPartition, Long> ends;
    private Instant swept = Instant.MIN;

    TalkFollower(LiveConfig config, ReleaseFollower releases, Coach coach, Clock clock,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.releases = releases;
        this.coach = coach;
        this.clock = clock;
        this.consumer = new KeptConsumer("live-talks", () -> reader(kafka), PAUSE, this, LOG,
                "talks cannot be followed, nobody is nudged");
    }

    void start(@Observes StartupEvent started) {
        if (config.tenants().isPresent()) {
            consumer.begin();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (config.tenants().isPresent()) {
            consumer.end();
        }
    }

    @Override
    public boolean begin(KafkaConsumer<byte[], byte[]> reading) {
        List<TopicPartition> turns = partitions(reading, Topics.TURNS);
        List<TopicPartition> observations = partitions(reading, Topics.OBSERVATIONS);
        if (turns.isEmpty() || observations.isEmpty() || !areReleasesKnown()) {
            return false;
        }
        talks.forgetAll();
        List<TopicPartition> all = Stream.concat(turns.stream(), observations.stream()).toList();
        reading.assign(all);
        ends = reading.endOffsets(all);
        long since = clock.instant().minus(LOOK_BACK).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> starts = reading
                .offsetsForTimes(all.stream().collect(Collectors.toMap(Function.identity(), each -> since)));
        starts.forEach((partition, start) -> reading.seek(partition,
                start == null ? ends.get(partition) : start.offset()));
        return true;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> reading, String topic) {
        return reading.partitionsFor(topic).stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }

    /** Else a rule that rests would be spoken of, or in words that the tenant has replaced. */
    private boolean areReleasesKnown() {
        try {
            return releases.waitUntilKnown(Duration.ZERO);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void round(KafkaConsumer<byte[], byte[]> reading) {
        reading.poll(POLL).forEach(this::take);
        if (ends != null) {
            if (ends.entrySet().stream().anyMatch(end -> reading.position(end.getKey()) < end.getValue())) {
                // what silences a talk may be among what is still to be read
                return;
            }
            ends = null;
        }
        Instant now = clock.instant();
        talks.all().forEach(kept -> coach.consider(kept, now));
        if (swept.plus(LOOK_BACK.dividedBy(4)).isBefore(now)) {
            talks.forgetSilent(LOOK_BACK, now);
            swept = now;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || header(record, CloudEvents.TENANT).filter(config::isOn).isEmpty()) {
            return;
        }
        header(record, CloudEvents.TYPE).flatMap(EventType::of).filter(OF_A_TALK::contains).ifPresent(type -> {
            try {
                talks.take(EventJson.read(record.value(), type.record()), Instant.ofEpochMilli(record.timestamp()));
            } catch (UnreadableEvent | RuntimeException unreadable) {
                // whoever has to do with it keeps it as a dead letter; here it only means silence
                LOG.debugf("%s-%d@%d changes nothing: %s", record.topic(), record.partition(), record.offset(),
                        unreadable.getClass().getSimpleName());
            }
        });
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static Properties reader(Map<String, Object> kafka) {
        Properties reader = new Properties();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                reader.put(key, value.toString());
            }
        });
        reader.remove(ConsumerConfig.GROUP_ID_CONFIG);
        reader.put(ConsumerConfig.CLIENT_ID_CONFIG, "feedback-service-live");
        reader.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        reader.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        // rules-service writes in transactions; what it takes back must not be read
        reader.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reader.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        return reader;
    }
}
