package dev.rapport.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A talk that is over, with four closed questions of the learner in a row, at turns 5, 7, 9 and 11, and nothing else that a
 * rule would see: whether its learner is told anything rests on the rule B20 alone.
 *
 * @param message what its learner read, as the service of messages has it
 */
record HeldTalk(String conversation, JsonNode message) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TURNS = List.of("Morning. We have half an hour today.",
            "That is fine with me.", "The list from last week is on my desk.", "All right.", "Is it live already?",
            "In two of the shops, yes.", "Did the managers agree?", "Most of them, Ona.", "Are you happy with it?",
            "So far I am.", "Is there a date for the others?", "It is the ninth of May.",
            "The forms go out tonight.", "That works.", "Then we are done for today.", "Good.");

    static HeldTalk of(Ports ports, String learner, String kind) throws Exception {
        var conversation = "held-" + UUID.randomUUID();
        var address = ports.ingestUrl() + "/conversations/" + conversation;
        send("PUT", address, Map.of("learner", learner, "kind", kind, "language", "en", "consent",
                Map.of("given", true, "purpose", "coaching"), "participants",
                List.of(Map.of("name", "Ona", "role", "LEARNER"), Map.of("name", "Kit", "role", "PARTNER"))));
        for (int turn = 1; turn <= TURNS.size(); turn++) {
            send("POST", address + "/turns", Map.of("turn", turn, "speaker", turn % 2 == 1 ? "Ona" : "Kit", "text",
                    TURNS.get(turn - 1)));
        }
        send("POST", address + "/close", Map.of("turns", TURNS.size()));
        var told = ports.feedbackUrl() + "/conversations/" + conversation + "/message";
        return new HeldTalk(conversation, JSON.readTree(await().atMost(PATIENCE)
                .until(() -> HTTP.send(HttpRequest.newBuilder(URI.create(told)).build(), BodyHandlers.ofString()),
                        answer -> answer.statusCode() == 200)
                .body()));
    }

    /** What the learner says of the growth point; back when the rule has heard of it. */
    void isNotRight(Ports ports) throws Exception {
        send("POST", ports.feedbackUrl() + "/messages/" + message.path("id").asText() + "/reactions",
                Map.of("point", "growth", "reaction", "NOT_RIGHT"));
        await().atMost(PATIENCE).until(() -> HTTP.send(
                HttpRequest.newBuilder(URI.create(ports.rulesUrl() + "/proposals?state=open")).build(),
                BodyHandlers.ofString()).body().contains(conversation));
    }

    private static HttpResponse<String> send(String method, String address, Map<String, ?> body)
            throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(method + " " + address + ": " + answer.body()).isBetween(200, 299);
        return answer;
    }
}
