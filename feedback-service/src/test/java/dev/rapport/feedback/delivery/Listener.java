package dev.rapport.feedback.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.restassured.RestAssured;

/** Reads a stream line by line, as a browser does. */
final class Listener implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Listener(String path, String last) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        body = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()).body();
        Thread reader = new Thread(() -> {
            try (var text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                text.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException closed) {
                // the test has seen enough
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    List<String> ids() {
        return lines.stream().filter(line -> line.startsWith("id:")).map(line -> line.substring(3)).toList();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
