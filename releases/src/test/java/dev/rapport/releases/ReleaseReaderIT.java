package dev.rapport.releases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import dev.rapport.parts.RunningKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReleaseReaderIT {

    private static final String ALL_KNOWN = "all known";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private RunningKafka kafka;
    private ReleaseReader reader;

    @BeforeEach
    void start() {
        kafka = RunningKafka.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (reader != null) {
            reader.end();
        }
        kafka.close();
    }

    private void read() {
        Properties client = new Properties();
        client.put("bootstrap.servers", kafka.bootstrapServers());
        // a group is of no use to a reader of everything, and must do no harm
        client.put("group.id", "some-service");
        reader = new ReleaseReader(() -> client, this::take, () -> told.add(ALL_KNOWN));
        reader.begin();
    }

    private void take(RulebookReleased release) {
        if (release.files() == null) {
            throw new IllegalArgumentException("nothing in it");
        }
        told.add(release.id());
    }

    private static RulebookReleased release(String tenant, int number) {
        return new RulebookReleased(tenant, number, number, "a hash", Map.of("behaviours/a.rules", "..."), null, null,
                NOON);
    }

    private static ProducerRecord<byte[], byte[]> record(Event event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.RULEBOOKS,
                event.key().getBytes(StandardCharsets.UTF_8), EventJson.write(event));
        CloudEvents.headers(event, "rules-service", NOON).forEach(record.headers()::add);
        return record;
    }

    private static ProducerRecord<byte[], byte[]> with(String value, Event event) {
        ProducerRecord<byte[], byte[]> record = record(event);
        return new ProducerRecord<>(record.topic(), null, null, record.key(),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8), record.headers());
    }

    private static ProducerRecord<byte[], byte[]> untyped(Event event) {
        return new ProducerRecord<>(Topics.RULEBOOKS, record(event).key(), record(event).value());
    }

    @SafeVarargs
    private void send(ProducerRecord<byte[], byte[]>... records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record);
            }
        }
    }

    private void awaitTold(String... exactly) {
        await().atMost(SOON).until(() -> told.size() >= exactly.length);
        assertThat(told).containsExactly(exactly);
    }

    @Test
    void aReleaseIsToldWhenItComesAndToldAgainBeforeAllIsKnownByWhoeverBeginsLater() throws InterruptedException {
        kafka.createTopics();
        read();
        awaitTold(ALL_KNOWN);

        send(record(release("acme", 1)), record(release("acme", 2)));

        awaitTold(ALL_KNOWN, "acme/rulebook/release/1", "acme/rulebook/release/2");
        reader.end();
        told.clear();
        read();
        awaitTold("acme/rulebook/release/1", "acme/rulebook/release/2", ALL_KNOWN);
    }

    @Test
    void whatIsNoReleaseOrCannotBeTakenChangesNothingAndEndsNothing() {
        kafka.createTopics();
        RulebookReleased first = release("acme", 1);
        RulebookReleased empty = new RulebookReleased("acme", 2, null, null, null, null, null, NOON);
        send(with(null, first), with("{", first), untyped(first), record(empty), record(release("acme", 3)));

        read();

        awaitTold("acme/rulebook/release/3", ALL_KNOWN);
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAndSoIsItsTopic() {
        kafka.goAway();
        read();

        kafka.comeBack();
        kafka.createTopics();
        send(record(release("acme", 1)));

        await().atMost(SOON).untilAsserted(() -> assertThat(told).contains("acme/rulebook/release/1", ALL_KNOWN));
    }
}
