package dev.rapport.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;

/** Writes and reads topics as the neighbours of feedback-service do. */
public final class TestTopics implements AutoCloseable {

    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    public TestTopics(String brokers) {
        this.brokers = brokers;
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Tells everything a talk was seen to show, and then that it is judged. */
    public void tell(Conversations talk) {
        talk.observations().forEach(this::tell);
        tell(talk.judged());
    }

    public void tell(Event event) {
        Map<String, byte[]> headers = CloudEvents.headers(event, "rules-service", Instant.EPOCH);
        send(event.key(), EventJson.write(event), headers);
    }

    /** A conversation begins, somebody speaks, or it is over, and that is accepted {@code at} some time. */
    public void hear(Event event, Instant at) {
        send(new ProducerRecord<>(Topics.TURNS, null, at.toEpochMilli(), event.key(), EventJson.write(event)),
                CloudEvents.headers(event, "ingest-service", at));
    }

    /** A tenant releases a rulebook. */
    public void release(RulebookReleased released) {
        send(Topics.RULEBOOKS, released.key(), EventJson.write(released),
                CloudEvents.headers(released, "rules-service", Instant.EPOCH));
    }

    public void send(String key, byte[] value, Map<String, byte[]> headers) {
        send(Topics.OBSERVATIONS, key, value, headers);
    }

    private void send(String topic, String key, byte[] value, Map<String, byte[]> headers) {
        send(new ProducerRecord<>(topic, key, value), headers);
    }

    private void send(ProducerRecord<String, byte[]> record, Map<String, byte[]> headers) {
        headers.forEach((name, content) -> record.headers().add(name, content));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Everything a topic holds now. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        Map<String, Object> config = new HashMap<>(Map.of("bootstrap.servers", brokers, "group.id",
                UUID.randomUUID().toString(), "enable.auto.commit", "false"));
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
