package dev.rapport.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.rapport.events.Topics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

class RunningKafkaIT {

    private static RunningKafka kafka;

    @BeforeAll
    static void startOnce() {
        kafka = RunningKafka.start();
        kafka.createTopics();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void allTopicsAndTheirDeadLetterTopicsAreThere() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(10, SECONDS)).containsAll(HouseTopics.names())
                    .contains(Topics.TURNS, "rapport.turns.dead", Topics.ERASURES);
        }
    }

    @Test
    void creatingThemAgainChangesNothing() {
        kafka.createTopics();
    }

    @Test
    void onlyTheLastWordOfAConversationIsKept() throws Exception {
        var conversations = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CONVERSATIONS);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var settings = admin.describeConfigs(Set.of(conversations)).all().get(10, SECONDS).get(conversations);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheBrokerWasAway() throws Exception {
        send("local/anna", "before");
        kafka.goAway();
        kafka.comeBack();
        send("local/anna", "after");
        assertThat(readTwo()).containsExactly("before", "after");
    }

    @Test
    void aProducerMayUseTransactions() {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "one");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.COACHING, "local/anna", "kept"));
            producer.commitTransaction();
        }
    }

    private static void send(String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.REACTIONS, key, value)).get(30, SECONDS);
        }
    }

    private static List<String> readTwo() {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader",
                "auto.offset.reset", "earliest");
        var read = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.REACTIONS));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> read.add(each.value()));
                return read.size() >= 2;
            });
        }
        return read;
    }
}
