package dev.rapport.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Speaks to the services of a house over HTTP, as any other client would. */
final class HouseClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Ports ports;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    HouseClient(Ports ports) {
        this.ports = ports;
    }

    /** An answer of a service, 2xx or not. */
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** The kind of problem, the last part of its {@code type}; empty when it is none. */
        String problem() {
            var type = body.path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** What went wrong, for people: a sentence, then each fault on a line of its own. */
        String sentence() {
            var detail = body.path("detail").asText();
            var told = new StringBuilder(
                    detail.isEmpty() ? body.path("title").asText("the service answered " + status) : detail);
            body.path("errors").forEach(fault -> told.append("\n  ").append(asLine(fault)));
            return told.toString();
        }

        /** A fault as {@code place: what is wrong; what would be right}. */
        static String asLine(JsonNode fault) {
            var place = told(":", fault, "file", "field", "line", "column");
            return (place.isEmpty() ? "" : place + ": ") + told("; ", fault, "problem", "todo");
        }

        private static String told(String between, JsonNode fault, String... fields) {
            return Stream.of(fields).filter(fault::hasNonNull).map(field -> fault.path(field).asText())
                    .filter(text -> !text.isBlank()).collect(Collectors.joining(between));
        }
    }

    /** Uploads a transcript; parameters that are null are left out. */
    Answer upload(Path file, Map<String, String> parameters) {
        try {
            return send(HttpRequest.newBuilder(URI.create(ports.ingestUrl() + "/transcripts" + query(parameters)))
                    .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The message about a conversation, once there is one. */
    Optional<JsonNode> message(String conversation) {
        var answer = send(HttpRequest
                .newBuilder(URI.create(ports.feedbackUrl() + "/conversations/" + conversation + "/message")).GET());
        if (answer.isGood()) {
            return Optional.of(answer.body());
        }
        if (answer.status() == 404 || answer.status() == 503) {
            return Optional.empty();
        }
        throw new Failure(Exit.NO_HOUSE, "feedback-service: " + answer.sentence());
    }

    /** What rules-service says of its rulebook. */
    JsonNode rulebook() {
        var answer = send(HttpRequest.newBuilder(URI.create(ports.rulesUrl() + "/rulebook")).GET());
        if (!answer.isGood()) {
            throw new Failure(Exit.NO_HOUSE, "rules-service: " + answer.sentence());
        }
        return answer.body();
    }

    /** Every fault of rules that cannot be used, when there are none in force; empty while that is not known. */
    Optional<String> unusableRules() {
        JsonNode rulebook;
        try {
            rulebook = rulebook();
        } catch (Failure notThere) {
            return Optional.empty();
        }
        var faults = rulebook.path("refused").path("errors");
        if (rulebook.hasNonNull("version") || faults.isEmpty()) {
            return Optional.empty();
        }
        var told = new StringBuilder("The rules cannot be used; ./rapport rules check says the same");
        faults.forEach(fault -> told.append("\n  ").append(Answer.asLine(fault)));
        return Optional.of(told.toString());
    }

    /** Sends {@code body} as JSON. */
    Answer send(String method, String url, Object body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What stands at an address. */
    Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** The page of a learner's messages. */
    String page(String learner) {
        return ports.feedbackUrl() + "/learners/" + learner;
    }

    /** The page of one message. */
    String page(String learner, String message) {
        return page(learner) + "/messages/" + message;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http
                    .send(request.timeout(LIMIT).header("Accept", "application/json, application/problem+json")
                            .build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), body(response));
        } catch (IOException e) {
            throw new Failure(Exit.NO_HOUSE, "The house does not answer ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + "); ./rapport status",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.NO_HOUSE, "Interrupted", e);
        }
    }

    private static JsonNode body(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String query(Map<String, String> parameters) {
        var query = new StringJoiner("&", "?", "");
        parameters.forEach((name, value) -> {
            if (value != null) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }
}
