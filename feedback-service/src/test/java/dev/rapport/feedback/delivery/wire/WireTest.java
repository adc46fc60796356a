package dev.rapport.feedback.delivery.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Over real sockets: where a request goes, and when it is given up. */
class WireTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final AddressGuard LOOPBACK = new AddressGuard(true, List.of(PortRange.of("1-65535")),
            List.of(Network.of("127.0.0.0/8")));
    private static Vertx vertx;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        threads.shutdownNow();
    }

    @Test
    void aNameIsResolvedOnceAndTheConnectionGoesToTheAddressThatWasJudged() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(200);
        // what rebinds would lead elsewhere at the second look
        Wire wire = wire(LOOPBACK, host -> List.of(InetAddress.getByName(
                asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")), new HttpClientOptions());

        assertThat(send(wire, "http://rebinding.example:" + port(server) + "/hook")).isEqualTo(new Outcome.Taken(200));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aNameOneOfWhoseAddressesIsNotPublicIsNotSentTo() throws Exception {
        HttpServer server = server(200);
        AddressGuard strict = new AddressGuard(true, List.of(PortRange.of("1-65535")), List.of());
        Wire wire = wire(strict, host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")),
                new HttpClientOptions());

        assertThat(send(wire, "http://mixed.example:" + port(server) + "/")).isEqualTo(
                new Outcome.Unanswered("the name leads to an address that is not public", false));
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
        AtomicInteger followed = new AtomicInteger();
        HttpServer server = server(200);
        server.createContext("/inside", exchange -> {
            followed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/inside");
            // the one that a client of Vert.x would follow after a POST
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        });

        assertThat(send(wire(), "http://127.0.0.1:" + port(server) + "/moved"))
                .isEqualTo(new Outcome.Refused(303, Duration.ZERO));
        assertThat(followed).hasValue(0);
    }

    @Test
    void whatAReceiverAsksForIsReadAsSecondsAndAsADate() {
        Instant noon = NOON.instant();

        assertThat(RetryAfter.of("120", noon)).isEqualTo(Duration.ofSeconds(120));
        assertThat(RetryAfter.of("Mon, 02 Mar 2026 12:00:30 GMT", noon)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Mon, 02 Mar 2026 11:00:00 GMT", noon)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.of("soon", noon)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.of("-5", noon)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.of(null, noon)).isEqualTo(Duration.ZERO);
    }

    @Test
    void aBodyThatNeverEndsHoldsUpNothingAndIsCutOff() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        HttpServer server = server(200);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(new byte[1024]);
                }
            } catch (IOException closed) {
                cut.countDown();
            }
        });

        assertThat(send(wire(LOOPBACK, host -> List.of(InetAddress.getAllByName(host)), new HttpClientOptions(),
                Duration.ofSeconds(1)), "http://127.0.0.1:" + port(server) + "/endless"))
                .isEqualTo(new Outcome.Taken(200));
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyListeningMeansThatNothingArrived() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(send(wire(), "http://127.0.0.1:" + free + "/")).isEqualTo(
                new Outcome.Unanswered("no connection", false));
        assertThat(send(wire(LOOPBACK, host -> {
            throw new UnknownHostException(host);
        }, new HttpClientOptions()), "http://nowhere.example/")).isEqualTo(
                new Outcome.Unanswered("the name is not known", false));
    }

    @Test
    void aCertificateHasToBeOfTheNameAlthoughTheConnectionGoesToAnAddress(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("receiver.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "r", "-keyalg", "EC", "-dname", "CN=receiver.example", "-ext",
                "san=dns:receiver.example", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                "changeit").inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        answering(server, 204);
        HttpClientOptions trusting = new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword("changeit"));
        Resolver loopback = host -> List.of(InetAddress.getByName("127.0.0.1"));

        assertThat(send(wire(LOOPBACK, loopback, trusting), "https://receiver.example:" + port(server) + "/"))
                .isEqualTo(new Outcome.Taken(204));
        assertThat(send(wire(LOOPBACK, loopback, trusting), "https://another.example:" + port(server) + "/"))
                .isEqualTo(new Outcome.Unanswered("no connection", false));
        assertThat(send(wire(LOOPBACK, loopback, new HttpClientOptions()),
                "https://receiver.example:" + port(server) + "/"))
                .isEqualTo(new Outcome.Unanswered("no connection", false));
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private HttpServer server(int status) throws Exception {
        return answering(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), status);
    }

    private HttpServer answering(HttpServer server, int status) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
        open.add(() -> server.stop(0));
        return server;
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private Wire wire() {
        return wire(LOOPBACK, host -> List.of(InetAddress.getAllByName(host)), new HttpClientOptions());
    }

    private Wire wire(AddressGuard guard, Resolver resolver, HttpClientOptions options) {
        return wire(guard, resolver, options, Duration.ofSeconds(10));
    }

    private Wire wire(AddressGuard guard, Resolver resolver, HttpClientOptions options, Duration limit) {
        Wire wire = new Wire(vertx, options, guard, resolver, threads, limit, NOON);
        open.add(0, wire);
        return wire;
    }

    private static Outcome send(Wire wire, String url) throws Exception {
        return wire.send(new Outgoing("POST", URI.create(url), Map.of("Content-Type", "application/json"), "{}",
                Set.of())).toCompletableFuture().get();
    }
}
