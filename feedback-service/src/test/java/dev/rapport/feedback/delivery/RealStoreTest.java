package dev.rapport.feedback.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.rapport.feedback.delivery.payload.Coached;
import dev.rapport.feedback.delivery.payload.Payloads;
import dev.rapport.feedback.delivery.wire.AddressGuard;
import dev.rapport.feedback.delivery.wire.Network;
import dev.rapport.feedback.delivery.wire.Outcome;
import dev.rapport.feedback.delivery.wire.Outgoing;
import dev.rapport.feedback.delivery.wire.PortRange;
import dev.rapport.feedback.delivery.wire.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Statements in a store that people use, run in memory; see docs/xapi.md for how to get it. */
@EnabledIfEnvironmentVariable(named = "RAPPORT_LRS", matches = ".+", disabledReason = "no store is installed")
class RealStoreTest {

    private static final SealingKeys KEYS = new SealingKeys(List.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static Process store;
    private static String url;
    private static Vertx vertx;
    private static Wire wire;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = "http://127.0.0.1:" + port + "/xAPI";
        ProcessBuilder node = new ProcessBuilder("node", Path.of(System.getenv("RAPPORT_LRS"), "node_modules",
                "xapi-statements", "dist", "server.js").toAbsolutePath().toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("store.log").toFile());
        node.environment().putAll(Map.of("EXPRESS_PORT", String.valueOf(port), "MODELS_REPO", "memory",
                "EVENTS_REPO", "test", "AUTH_REPO", "test", "STORAGE_REPO", "local"));
        store = node.start();
        vertx = Vertx.vertx();
        wire = new Wire(vertx, new HttpClientOptions(),
                new AddressGuard(true, List.of(PortRange.of("1-65535")), List.of(Network.of("127.0.0.0/8"))),
                host -> List.of(InetAddress.getByName(host)), THREADS, Duration.ofSeconds(15), Clock.systemUTC());
        await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get("/about").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        store.destroy();
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        THREADS.shutdownNow();
    }

    @Test
    void aStoreTakesAStatementAndHasItOnceHoweverOftenItIsSent() throws Exception {
        Outgoing letter = letter("m-1");

        assertThat(send(letter)).isEqualTo(new Outcome.Taken(204));
        assertThat(send(letter)).isEqualTo(new Outcome.Taken(204));

        String id = Deliveries.idOf("m-1", "row").toString();
        JsonNode all = new JsonMapper().readTree(get("/statements").body()).path("statements");
        assertThat(all.findValuesAsText("id")).containsOnlyOnce(id);
        JsonNode kept = new JsonMapper().readTree(get("/statements?statementId=" + id).body());
        assertThat(kept.at("/verb/id").asText()).isEqualTo("https://rapport.dev/xapi/verbs/was-coached");
        assertThat(kept.at("/context/extensions").path("https://rapport.dev/xapi/extensions/growth").asText())
                .isEqualTo("B20");
        assertThat(all.toString()).doesNotContain("mara-lind");
    }

    @Test
    void anotherStatementUnderTheSameIdIsThereAlready() throws Exception {
        Outgoing letter = letter("m-2");

        assertThat(send(letter)).isEqualTo(new Outcome.Taken(204));
        assertThat(send(with(letter, letter.body().replace("B20", "B27")))).isEqualTo(new Outcome.Taken(409));
    }

    @Test
    void theStoreWouldRefuseWhatIsNoStatement() throws Exception {
        Outgoing letter = letter("m-3");

        assertThat(send(with(letter, letter.body().replace("\"verb\"", "\"verbs\""))))
                .isEqualTo(new Outcome.Refused(400, Duration.ZERO));
        assertThat(send(with(letter, letter.body().replace("\"platform\":\"Rapport\"", "\"platform\":null"))))
                .isEqualTo(new Outcome.Refused(400, Duration.ZERO));
    }

    private static Outgoing letter(String message) throws Exception {
        Parcel parcel = new Parcel(Deliveries.idOf(message, "row").toString(), "lease", 1, ChannelKind.XAPI, "row",
                KEYS.seal(new Hidden(url), "row"), KEYS.seal(new Hidden("rapport:word"), "row"), "00".repeat(32),
                Coached.both());
        return new Writing(KEYS, new Payloads(URI.create("https://rapport.example"))).of(parcel,
                Clock.systemUTC().instant());
    }

    private static Outgoing with(Outgoing letter, String body) {
        assertThat(body).isNotEqualTo(letter.body());
        return new Outgoing(letter.method(), letter.url(), letter.headers(), body, Set.of(409));
    }

    private static Outcome send(Outgoing letter) throws Exception {
        return wire.send(letter).toCompletableFuture().get();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Experience-API-Version", "1.0.3").header("Authorization", "Basic cmFwcG9ydDp3b3Jk").build(),
                BodyHandlers.ofString());
    }
}
