package dev.rapport.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A talk that goes on while something else happens: the learner asks one closed question after the other, so that the
 * rule B20 sees something at each of their turns from the third on.
 */
final class RunningTalk implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LEAST = 80;
    private static final int MOST = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What the rule said first of a turn, and by which rulebook. */
    record Seen(String clarity, String rulebook) {
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String conversation = "running-" + UUID.randomUUID();
    private final String address;
    private final KafkaConsumer<String, String> observations;
    private final TreeMap<Integer, Seen> seen = new TreeMap<>();
    private final CompletableFuture<Integer> sending;
    private volatile boolean ending;
    private int turns;

    private RunningTalk(Ports ports) throws IOException, InterruptedException {
        this.address = ports.ingestUrl() + "/conversations/" + conversation;
        var properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + ports.broker());
        properties.put("isolation.level", "read_committed");
        this.observations = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        var partitions = observations.partitionsFor("rapport.observations").stream()
                .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
        observations.assign(partitions);
        observations.seekToEnd(partitions);
        partitions.forEach(observations::position);
        send("PUT", "", """
                {"participants": [{"name": "Ona", "role": "LEARNER"}, {"name": "Kit", "role": "PARTNER"}],
                 "kind": "sales-discovery", "language": "en", "consent": {"given": true, "purpose": "coaching"}}""");
        this.sending = CompletableFuture.supplyAsync(this::talk);
    }

    static RunningTalk of(Ports ports) throws IOException, InterruptedException {
        return new RunningTalk(ports);
    }

    private int talk() {
        int turn = 0;
        while (turn < MOST && !(ending && turn >= LEAST && turn % 2 == 1)) {
            turn++;
            boolean learner = turn % 2 == 1;
            try {
                send("POST", "/turns", "{\"turn\": " + turn + ", \"speaker\": \"" + (learner ? "Ona" : "Kit")
                        + "\", \"text\": \"" + (learner ? "Did the managers agree?" : "Most of them did, in the end.")
                        + "\"}");
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("turn " + turn + " was not taken", failed);
            }
        }
        return turn;
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type",
                "application/json").method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    /** Waits until the rule has seen that much. */
    void awaitSeen(int least) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            return seen.size() >= least;
        });
    }

    /** Says some more after what happened meanwhile, then waits until every turn is judged. */
    void end() {
        int sofar = seen.size();
        awaitSeen(sofar);
        await().atMost(PATIENCE).until(() -> {
            poll();
            return seen.values().stream().map(Seen::rulebook).distinct().count() > 1;
        });
        ending = true;
        turns = sending.join();
        await().atMost(PATIENCE).until(() -> {
            poll();
            return seen.size() >= expected().size();
        });
    }

    private void poll() throws IOException {
        for (ConsumerRecord<String, String> record : observations.poll(Duration.ofMillis(100))) {
            JsonNode said = record.value() == null ? null : JSON.readTree(record.value());
            if (said != null && said.path("conversation").asText().equals(conversation)
                    && said.path("rule").asText().equals("B20")) {
                seen.putIfAbsent(said.path("turn").asInt(), new Seen(said.path("clarity").asText(),
                        said.path("rulebookVersion").asText()));
            }
        }
    }

    int turns() {
        return turns;
    }

    /** By the number of the turn. */
    Map<Integer, Seen> seen() {
        return seen;
    }

    /** Every turn of the learner from their third on. */
    List<Integer> expected() {
        return IntStream.rangeClosed(1, turns).filter(turn -> turn % 2 == 1 && turn >= 5).boxed().toList();
    }

    @Override
    public void close() {
        ending = true;
        sending.handle((turn, failed) -> turn).join();
        observations.close();
    }
}
