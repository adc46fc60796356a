package dev.rapport.ingest.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.rapport.ingest.Talk;
import dev.rapport.parts.RunningKafka;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service, started while there is no broker. */
class StartWithoutBrokerIT {

    @Test
    void itLivesButIsNotReadyUntilTheBrokerComes() throws Exception {
        int port = freePort();
        try (RunningKafka kafka = RunningKafka.start()) {
            kafka.createTopics();
            kafka.goAway();
            Process service = service(port, kafka.bootstrapServers());
            try {
                Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                        .untilAsserted(() -> assertThat(status(port, "GET", "/q/health/live", "")).isEqualTo(200));
                assertThat(status(port, "GET", "/q/health/ready", "")).isEqualTo(503);
                assertThat(status(port, "PUT", "/conversations/a", Talk.OPENING)).isEqualTo(503);

                kafka.comeBack();

                Awaitility.await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(status(port, "GET", "/q/health/ready", "")).isEqualTo(200));
                assertThat(status(port, "PUT", "/conversations/a", Talk.OPENING)).isEqualTo(201);
            } finally {
                service.destroy();
                assertThat(service.waitFor(20, TimeUnit.SECONDS)).as("stopped").isTrue();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process service(int port, String bootstrapServers) throws IOException {
        ProcessBuilder service = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        service.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        service.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        service.redirectErrorStream(true).redirectOutput(Path.of("target", "start-without-broker.log").toFile());
        return service.start();
    }

    private static int status(int port, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json").timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
