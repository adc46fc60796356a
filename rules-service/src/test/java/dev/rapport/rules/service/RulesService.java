package dev.rapport.rules.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.parts.RunningPostgres;

/** The packaged service in a JVM of its own, which can be killed. */
final class RulesService implements AutoCloseable {

    private static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String broker;
    private final RunningPostgres database;
    private final Path rules;
    private final Path folder;
    private Process process;
    private int port;

    /**
     * @param rules the folder people edit
     * @param folder for its state and its log
     */
    RulesService(String broker, RunningPostgres database, Path rules, Path folder) {
        this.broker = broker;
        this.database = database;
        this.rules = rules;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it and returns at once. */
    RulesService start() {
        port = freePort();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-jar", PACKAGED.toAbsolutePath().toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker);
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", database.username());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("RAPPORT_RULES_DIR", rules.toAbsolutePath().toString());
        builder.environment().put("RAPPORT_STATE_DIR", folder.resolve("state").toString());
        // the shortest a broker allows: how long a killed instance keeps its partitions
        builder.environment().put("RAPPORT_STREAMS_SESSION_TIMEOUT", "6s");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    RulesService startAndWait() {
        start();
        waitUntilReady();
        return this;
    }

    void waitUntilReady() {
        Awaitility.await("ready; its log is " + log()).atMost(LONGEST_START).pollInterval(Duration.ofMillis(250))
                .until(() -> health("ready") == 200);
    }

    Path log() {
        return folder.resolve("rules-service.log");
    }

    /** SIGKILL: no goodbye to anybody. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @return 200, 503, or 0 if nobody answers */
    int health(String kind) {
        try {
            return get("/q/health/" + kind).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    JsonNode rulebook() {
        try {
            return JSON.readTree(get("/rulebook").body());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** As a manager of a tenant. {@code body} is null for a GET. */
    JsonNode asked(String tenant, String person, String method, String path, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(60)).header("X-Rapport-Tenant", tenant)
                    .header("X-Rapport-Person", person).header("Content-Type", "application/json");
            HttpResponse<String> answer = http.send(body == null
                    ? request.GET().build()
                    : request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + " is answered " + answer.statusCode() + ": "
                        + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    String metrics() {
        try {
            return get("/q/metrics").body();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        kill();
    }

    static Path copyOf(Path rules, Path to) throws IOException {
        try (var all = Files.walk(rules)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(rules.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(from, target);
                }
            }
        }
        return to;
    }
}
