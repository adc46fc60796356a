package dev.rapport.feedback.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client that holds a learner's stream open. */
final class Listening implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    /** @param last id of the last nudge it has; null for none */
    Listening(int port, String tenant, String learner, String last) {
        HttpResponse<InputStream> response = answer(port, tenant, learner, last);
        if (response.statusCode() != 200) {
            throw new AssertionError("status " + response.statusCode());
        }
        body = response.body();
        Thread reading = new Thread(this::read, "listening");
        reading.setDaemon(true);
        reading.start();
    }

    /** Of a stream that is closed at once; a client that waited for its end would wait for ever. */
    static int status(int port, String tenant, String learner) throws IOException {
        HttpResponse<InputStream> response = answer(port, tenant, learner, null);
        response.body().close();
        return response.statusCode();
    }

    private static HttpResponse<InputStream> answer(int port, String tenant, String learner, String last) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/learners/" + learner + "/live"))
                .header("X-Rapport-Tenant", tenant).header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request.build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }

    /** The nudges that came so far. */
    List<JsonNode> nudges() {
        return lines.stream().filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()))
                .map(Listening::json).toList();
    }

    /** The lines of a field, e.g. {@code id}, without its name. */
    List<String> all(String field) {
        return lines.stream().filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip()).toList();
    }

    /** How often it said that it is still there. */
    long heartbeats() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
