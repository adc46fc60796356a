package dev.rapport.ingest.turn;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.rapport.events.Topics;
import dev.rapport.ingest.Records;
import dev.rapport.ingest.Talk;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static dev.rapport.ingest.Talk.json;
import static dev.rapport.ingest.Talk.lines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class TurnResourceTest {

    RunningKafka kafka;

    @TestHTTPResource
    URI service;

    private static String turn(int number, String text) {
        return "{\"turn\": " + number + ", \"speaker\": \"Mara Lind\", \"text\": \"" + text + "\"}";
    }

    private List<Records.Found> turnsOf(Talk talk) {
        return Records.of(kafka.bootstrapServers(), Topics.TURNS, talk.key()).stream()
                .filter(r -> r.type().equals("dev.rapport.turn-spoken.v1")).toList();
    }

    private List<Records.Found> deadLettersOf(Talk talk) {
        return Records.of(kafka.bootstrapServers(), Topics.deadLetter(Topics.TURNS), talk.key());
    }

    @Test
    void aTurnStandsOnTheTopicWhenItIsAnswered() {
        Talk talk = Talk.open();

        json("""
                {"turn": 7, "speaker": " mara  LIND ", "text": "What changed in March?",
                 "startMillis": 61000, "endMillis": 63500, "confidence": 0.94, "mood": {"unknown": ["field"]}}
                """).post(talk.turns()).then().statusCode(202).body("accepted", is(1)).body("refused", is(empty()));

        assertThat(turnsOf(talk)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(talk.key());
            assertThat(record.headers()).containsAllEntriesOf(Map.of("ce_id", talk.key() + "/turn/7", "ce_type",
                    "dev.rapport.turn-spoken.v1", "ce_source", "/rapport/ingest-service", "ce_tenant", "local"));
            assertThat(record.value()).isEqualTo("{\"tenant\":\"local\",\"conversation\":\"" + talk.id()
                    + "\",\"turn\":7,\"speaker\":\"Mara Lind\",\"role\":\"LEARNER\",\"text\":\"What changed in March?\","
                    + "\"startMillis\":61000,\"endMillis\":63500,\"confidence\":0.94}");
        });
    }

    @Test
    void aListKeepsItsGoodTurnsAndTellsTheBadOnes() {
        Talk talk = Talk.open();

        json("[" + turn(1, "Hello") + ",\n {\"turn\": \"2\", \"speaker\": \"Jo\", \"text\": \"Hi\"},\n 3,\n "
                + turn(4, "Fine?") + "]").post(talk.turns()).then().statusCode(202).body("accepted", is(2))
                .body("refused.line", contains(2, 3)).body("refused[0].field", is("turn"))
                .body("refused[0].column", is(11))
                .body("refused[0].problem", is("turn must be a whole number, not text"))
                .body("refused[1].problem", is("a turn must be an object, not a number"));

        assertThat(turnsOf(talk)).extracting(r -> r.json().get("turn").asInt()).containsExactly(1, 4);
        assertThat(deadLettersOf(talk)).extracting(Records.Found::value)
                .containsExactly("{\"turn\": \"2\", \"speaker\": \"Jo\", \"text\": \"Hi\"}", "3");
        assertThat(deadLettersOf(talk).get(0).headers())
                .containsEntry("rapport_reason", "turn must be a whole number, not text")
                .containsEntry("ce_tenant", "local");
    }

    @Test
    void aListThatIsNotJsonIsNotTakenAtAll() {
        Talk talk = Talk.open();

        json("[" + turn(1, "Hello") + ",\n" + turn(2, "Hi") + ",").post(talk.turns()).then().statusCode(400)
                .body("type", is("https://rapport.dev/problems/malformed-json")).body("errors[0].line", is(2))
                .body("errors[0].problem", is("the JSON ends before it is complete"));

        assertThat(turnsOf(talk)).isEmpty();
    }

    @Test
    void linesKeepTheGoodTurnsAndTellTheBadOnesByLine() {
        Talk talk = Talk.open();

        lines(turn(1, "Hello"), "", "{\"turn\": 2, \"speaker\"", turn(3, "  "), turn(4, "Bye") + "\r")
                .post(talk.turns()).then().statusCode(202).body("accepted", is(2)).body("refused.line", contains(3, 4))
                .body("refused[1].turn", is(3)).body("refused[1].problem", is("text is empty"))
                .body("refused[1].todo", is("leave the turn out, and its number unused"));

        assertThat(turnsOf(talk)).extracting(r -> r.json().get("turn").asInt()).containsExactly(1, 4);
        assertThat(deadLettersOf(talk)).extracting(Records.Found::value).containsExactly("{\"turn\": 2, \"speaker\"",
                turn(3, "  "));
    }

    @Test
    void aTurnSentTwiceIsTheSameEvent() {
        Talk talk = Talk.open();

        for (int i = 0; i < 2; i++) {
            lines(turn(1, "Hello"), turn(2, "Hi"), turn(1, "Hello")).post(talk.turns()).then().statusCode(202)
                    .body("accepted", is(3));
        }

        assertThat(turnsOf(talk)).hasSize(6).extracting(r -> r.headers().get("ce_id")).containsOnly(
                talk.key() + "/turn/1", talk.key() + "/turn/2");
        assertThat(turnsOf(talk).stream().map(Records.Found::value).distinct()).hasSize(2);
    }

    @Test
    void turnsMayComeInAnyOrder() {
        Talk talk = Talk.open();

        lines(turn(9, "Later"), turn(3, "Earlier")).post(talk.turns()).then().statusCode(202).body("accepted", is(2));

        assertThat(turnsOf(talk)).extracting(r -> r.json().get("turn").asInt()).containsExactly(9, 3);
    }

    @Test
    void tenThousandTurnsInOneBody() {
        Talk talk = Talk.open();
        String turns = IntStream.rangeClosed(1, 10_000).mapToObj(n -> turn(n, "This is what I said as number " + n))
                .collect(Collectors.joining("\n"));

        long from = System.nanoTime();
        lines(turns).post(talk.turns()).then().statusCode(202).body("accepted", is(10_000));
        long millis = (System.nanoTime() - from) / 1_000_000;

        System.out.printf("10 000 turns in one upload: %d ms, %d turns/s%n", millis, 10_000_000 / millis);
        assertThat(turnsOf(talk)).extracting(r -> r.json().get("turn").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10_000).boxed().toList());
    }

    /** The second half is only written once the first stands on the topic: a service that waits for all never ends. */
    @Test
    void linesAreTakenAsTheyArrive() throws Exception {
        Talk talk = Talk.open();
        PipedOutputStream upload = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(upload, 64 * 1024);
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(service.resolve(talk.turns()))
                                .header("Content-Type", "application/x-ndjson")
                                .version(HttpClient.Version.HTTP_1_1)
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)).build(),
                        HttpResponse.BodyHandlers.ofString());

        // the client sends on when 16 kB are there
        upload.write((turn(1, "Hello") + "\n" + turn(2, "x".repeat(19_000)) + "\n" + turn(3, "y".repeat(19_000))
                + "\n").getBytes(StandardCharsets.UTF_8));
        upload.flush();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(turnsOf(talk)).isNotEmpty());
        assertThat(answer).isNotDone();
        upload.write((turn(4, "Bye") + "\n").getBytes(StandardCharsets.UTF_8));
        upload.close();

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("{\"accepted\":4,\"refused\":[]}");
        assertThat(turnsOf(talk)).hasSize(4);
    }

    @Test
    void aListOfNothingButNonsenseIsNotReadToItsEnd() {
        Talk talk = Talk.open();

        json("[" + turn(1, "Hello") + "," + "1,".repeat(1_000_000) + "1]").post(talk.turns()).then().statusCode(422)
                .body("accepted", is(1)).body("errors.size()", is(1_000));
    }

    @Test
    void allScriptsAndEmojiArriveAsTheyWereSent() {
        Talk talk = Talk.open();
        String text = "Grüße 👩‍🚀 שלום עולם مرحبا 你好 \\u202Eabc";

        lines(turn(1, text)).post(talk.turns()).then().statusCode(202);

        assertThat(turnsOf(talk)).singleElement()
                .satisfies(r -> assertThat(r.json().get("text").asText()).isEqualTo(text.replace("\\u202E", "\u202E")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"turn": 1, "speaker": "Jo", "text": "a\\u0000b"}               | text        | text holds a null character at position 2
            {"turn": 1, "speaker": "Jo", "text": "a\\ud83d"}                | text        | text holds half a character (an unpaired surrogate) at position 2
            {"turn": 1, "speaker": "Jo", "text": ""}                        | text        | text is empty
            {"turn": 1, "speaker": "Jo", "text": "\\u200b\\u200e \\n"}      | text        | text is empty
            {"turn": 1, "speaker": "Jo", "text": null}                      | text        | text is missing
            {"turn": 1, "speaker": "Jo"}                                    | text        | text is missing
            {"turn": 1, "speaker": "Jo", "text": 5}                         | text        | text must be text, not a number
            {"turn": 1, "speaker": "Jo", "text": ["a"]}                     | text        | text must be text, not a list
            {"speaker": "Jo", "text": "a"}                                  | turn        | turn is missing
            {"turn": 0, "speaker": "Jo", "text": "a"}                       | turn        | turn must be 1 to 100000
            {"turn": 1.5, "speaker": "Jo", "text": "a"}                     | turn        | turn must be a whole number, not a number that is not whole or far too large
            {"turn": 99999999999999999999, "speaker": "Jo", "text": "a"}    | turn        | turn must be a whole number, not a number that is not whole or far too large
            {"turn": 1, "text": "a"}                                        | speaker     | speaker is missing
            {"turn": 1, "speaker": "Al", "text": "a"}                       | speaker     | the speaker is not among the participants
            {"turn": 1, "speaker": "Jo", "text": "a", "startMillis": -1}    | startMillis | startMillis must be 0 to 604800000
            {"turn": 1, "speaker": "Jo", "text": "a", "startMillis": 1767225600000} | startMillis | startMillis must be 0 to 604800000
            {"turn": 1, "speaker": "Jo", "text": "a", "startMillis": 9, "endMillis": 8} | endMillis | the turn ends before it starts
            {"turn": 1, "speaker": "Jo", "text": "a", "endMillis": true}    | endMillis   | endMillis must be a whole number, not true
            {"turn": 1, "speaker": "Jo", "text": "a", "confidence": 1.1}    | confidence  | confidence must be 0 to 1
            {"turn": 1, "speaker": "Jo", "text": "a", "confidence": 1e999}  | confidence  | confidence must be 0 to 1
            {"turn": 1, "speaker": "Jo", "text": "a", "confidence": "high"} | confidence  | confidence must be a number, not text
            """)
    void aTurnThatIsNoneIsRefusedAtItsField(String turn, String field, String problem) {
        Talk talk = Talk.open();

        json(turn).post(talk.turns()).then().statusCode(422).contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/turns-refused")).body("accepted", is(0))
                .body("errors.field", contains(field)).body("errors.problem", contains(problem))
                .body("errors.line", contains(1)).body("errors[0].todo", is(not("")));

        assertThat(turnsOf(talk)).isEmpty();
        assertThat(deadLettersOf(talk)).singleElement()
                .satisfies(r -> assertThat(r.headers()).containsEntry("rapport_reason", problem));
    }

    @Test
    void anOverlongTurnIsRefusedAndTheLongestIsTaken() {
        Talk talk = Talk.open();

        lines(turn(1, "x".repeat(20_000)), turn(2, "x".repeat(20_001)), turn(3, "x".repeat(300_000))).post(talk.turns())
                .then().statusCode(202).body("accepted", is(1)).body("refused.problem",
                        contains("text has 20001 characters, more than 20000", "the line is longer than 262144 bytes"));
    }

    @Test
    void twoFaultsOfOneTurnAreBothTold() {
        json("{\"turn\": 1, \"speaker\": \"Al\", \"text\": \"\"}").post(Talk.open().turns()).then().statusCode(422)
                .body("errors.field", contains("speaker", "text"));
    }

    @Test
    void linesThatAreNotUtf8AreRefused() {
        byte[] latin1 = turn(1, "Grüße").getBytes(StandardCharsets.ISO_8859_1);

        given().contentType("application/x-ndjson").body(latin1).post(Talk.open().turns()).then().statusCode(422)
                .body("errors[0].problem", is("the line is not UTF-8"));
    }

    @Test
    void aBodyWithoutATurnIsToldSo() {
        lines("", " ").post(Talk.open().turns()).then().statusCode(422).body("detail",
                is("There is no turn in the body. Send at least one."));
        json("[]").post(Talk.open().turns()).then().statusCode(422).body("detail",
                is("There is no turn in the body. Send at least one."));
        json("").post(Talk.open().turns()).then().statusCode(400).body("errors[0].problem",
                is("there is nothing here"));
    }

    @Test
    void afterAThousandBadLinesReadingStopsAndWhatWasGoodIsKept() {
        Talk talk = Talk.open();
        String bad = "x\n".repeat(1_500);

        lines(turn(1, "Hello"), bad, turn(2, "Bye")).post(talk.turns()).then().statusCode(422)
                .body("accepted", is(1)).body("errors.size()", is(1_000))
                .body("detail", containsString("stopped after 1000 refused turns"));
    }

    @Test
    void anUnknownConversationTakesNoTurns() {
        json(turn(1, "Hello")).post(Talk.unopened().turns()).then().statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/unknown-conversation"));
    }

    @Test
    void aClosedConversationTakesNoTurns() {
        lines(turn(1, "Hello")).post(Talk.closed().turns()).then().statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/conversation-closed"));
    }

    @Test
    void whoJoinsLaterCanSpeakOnceTheyAreAnnounced() {
        Talk talk = Talk.open();
        String late = "{\"turn\": 1, \"speaker\": \"Al\", \"text\": \"Sorry I am late\"}";
        json(late).post(talk.turns()).then().statusCode(422);

        json(Talk.OPENING.replace("{\"name\": \"Jo\"",
                "{\"name\": \"Al\", \"role\": \"PARTNER\"}, {\"name\": \"Jo\"")).put(talk.path()).then()
                .statusCode(200);

        json(late).post(talk.turns()).then().statusCode(202);
    }

    @Test
    void turnsAreCountedByTenantAndOutcome() {
        String tenant = "t" + System.nanoTime();
        Talk talk = Talk.unopened();
        json(Talk.OPENING).header("X-Rapport-Tenant", tenant).put(talk.path()).then().statusCode(201);

        lines(turn(1, "Hello"), turn(2, "Hi"), turn(3, "")).header("X-Rapport-Tenant", tenant).post(talk.turns()).then()
                .statusCode(202);

        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics).contains(
                "rapport_ingest_turns_total{outcome=\"accepted\",tenant=\"" + tenant + "\"} 2.0",
                "rapport_ingest_turns_total{outcome=\"refused\",tenant=\"" + tenant + "\"} 1.0");
    }
}
