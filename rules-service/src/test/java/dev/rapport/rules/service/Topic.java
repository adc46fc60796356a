package dev.rapport.rules.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Topics;
import dev.rapport.rules.conversation.Talk;

/** A topic as the test writes and reads it; reads what is committed only. */
final class Topic {

    private Topic() {
    }

    /** Everything of a record but where it lies. */
    record Entry(String key, String value, Map<String, String> headers) {

        String id() {
            return headers.get(CloudEvents.ID);
        }
    }

    /** Sends a whole talk and waits for what is told of it, in order. */
    static List<Entry> judged(String broker, Talk talk) {
        try (Turns turns = new Turns(broker); Reader observations = new Reader(broker, Topics.OBSERVATIONS)) {
            turns.send(talk.opened());
            talk.turns().forEach(turns::send);
            turns.send(talk.closed());
            turns.flush();
            String key = talk.opened().key();
            observations.waitUntil(key + " judged", all -> all.stream().anyMatch(e -> e.id().equals(key + "/judged")));
            return observations.byKey().get(key);
        }
    }

    /** Without the beginning that those of one talk have in common. */
    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(e -> e.id().substring(e.key().length() + 1)).toList();
    }

    static final class Turns implements AutoCloseable {

        /** Now, because a broker deletes what is older than it keeps. The same for all runs of one test. */
        private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        private final KafkaProducer<byte[], byte[]> producer;
        private long sent;

        Turns(String broker) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", "true"),
                    new ByteArraySerializer(), new ByteArraySerializer());
        }

        /** The record's time follows from how many were sent before, so that a second run sends the same bytes. */
        void send(Event event) {
            Instant time = BEGIN.plusMillis(sent++);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.TURNS, null, time.toEpochMilli(),
                    event.key().getBytes(StandardCharsets.UTF_8), EventJson.write(event));
            CloudEvents.headers(event, "ingest-service", time).forEach(record.headers()::add);
            producer.send(record);
        }

        void flush() {
            producer.flush();
        }

        @Override
        public void close() {
            producer.close();
        }
    }

    /** Reads a topic from its beginning, however often it is asked. */
    static final class Reader implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<Entry> entries = new ArrayList<>();

        Reader(String broker, String topic) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", broker, "isolation.level", "read_committed", "auto.offset.reset",
                            "earliest", "enable.auto.commit", "false"),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer());
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            consumer.assign(partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList());
        }

        List<Entry> soFar() {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                Map<String, String> headers = new TreeMap<>();
                record.headers().forEach(h -> headers.put(h.key(), utf8(h.value())));
                entries.add(new Entry(utf8(record.key()), utf8(record.value()), headers));
            }
            return List.copyOf(entries);
        }

        /** By key, because only what has the same key has an order. */
        Map<String, List<Entry>> byKey() {
            return entries.stream().collect(Collectors.groupingBy(Entry::key, LinkedHashMap::new, Collectors.toList()));
        }

        void waitUntil(String what, Predicate<List<Entry>> enough) {
            Awaitility.await(what).atMost(Duration.ofSeconds(180)).pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10)).pollInSameThread().until(() -> enough.test(soFar()));
        }

        void waitUntilJudged(int conversations) {
            waitUntil(conversations + " conversations judged",
                    all -> all.stream().filter(e -> e.id().endsWith("/judged")).count() >= conversations);
        }

        private static String utf8(byte[] bytes) {
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
