package dev.rapport.ingest.broker;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Keys;
import dev.rapport.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;

/**
 * The plain Kafka client, with the promises this service makes: an event counts as taken when every in-sync replica has
 * it, no retry of the client doubles or reorders it, and a caller learns within {@link BrokerConfig#delivery} that it did
 * not work. Its methods block: call them on worker threads.
 */
@ApplicationScoped
public class Broker {

    private static final String SERVICE = "ingest-service";

    private final Map<String, Object> settings;
    private final BrokerConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private Producer<String, byte[]> producer;
    private KafkaClientMetrics producerMetrics;

    @Inject
    Broker(@Identifier("default-kafka-broker") Map<String, Object> settings, BrokerConfig config, Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** @return a delivery of any number of records, acknowledged together */
    public Delivery delivery() {
        return new Delivery(producer(), config.delivery().plus(config.hello()));
    }

    /**
     * @param more headers beside those of CloudEvents
     * @return the record that says {@code event} on {@code topic}
     */
    public ProducerRecord<String, byte[]> record(String topic, Event event, Map<String, String> more) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.key(), EventJson.write(event));
        CloudEvents.headers(event, SERVICE, clock.instant()).forEach(record.headers()::add);
        more.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /**
     * @param reason why it was refused, without any of its content
     * @return the record that keeps what was meant for {@code topic} but refused
     */
    public ProducerRecord<String, byte[]> refused(String topic, String tenant, String conversation, byte[] raw,
            String reason) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.deadLetter(topic),
                Keys.conversation(tenant, conversation), raw);
        record.headers().add(CloudEvents.TENANT, tenant.getBytes(StandardCharsets.UTF_8));
        record.headers().add(CloudEvents.DEAD_LETTER_REASON, reason.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** @return a consumer of no group, for one thread that reads a whole topic by itself; the caller closes it */
    public Consumer<String, byte[]> reader() {
        Map<String, Object> reading = new HashMap<>(settings);
        reading.remove(ConsumerConfig.GROUP_ID_CONFIG);
        reading.put(ConsumerConfig.CLIENT_ID_CONFIG, SERVICE + "-reader-" + UUID.randomUUID());
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        reading.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(config.hello()));
        reading.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(config.hello()));
        reading.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> sending = new HashMap<>(settings);
            sending.put(ProducerConfig.CLIENT_ID_CONFIG, SERVICE);
            sending.put(ProducerConfig.ACKS_CONFIG, "all");
            sending.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            sending.put(ProducerConfig.LINGER_MS_CONFIG, 5);
            sending.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
            sending.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(config.hello()));
            sending.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(config.hello()));
            sending.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(config.delivery()));
            // a broker that comes back is found again within a second, not within the default backoff's ten
            sending.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            try {
                producer = new KafkaProducer<>(sending, new StringSerializer(), new ByteArraySerializer());
            } catch (KafkaException unresolvable) {
                throw new BrokerAway("the broker cannot be addressed", unresolvable);
            }
            producerMetrics = new KafkaClientMetrics(producer, List.of());
            producerMetrics.bindTo(meters);
        }
        return producer;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producerMetrics.close();
            producer.close(config.delivery());
        }
    }
}
