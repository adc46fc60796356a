package dev.rapport.ingest.upload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.events.Topics;
import dev.rapport.ingest.Records;
import dev.rapport.ingest.Talk;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static dev.rapport.ingest.Talk.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class TranscriptResourceTest {

    private static final String OPENED = "dev.rapport.conversation-opened.v1";
    private static final String SPOKEN = "dev.rapport.turn-spoken.v1";
    private static final String CLOSED = "dev.rapport.conversation-closed.v1";

    RunningKafka kafka;

    /** Another one in each test, so that none is answered as received before. */
    private final String talk = """
            WEBVTT

            00:00:01.000 --> 00:00:04.000
            Mara Lind: What changed in March?

            00:00:05.000 --> 00:00:09.500
            Jo: We lost two people and kept the deadline.

            00:00:10.000 --> 00:00:13.000
            Mara Lind: How did you manage, number %s?
            """.formatted(UUID.randomUUID());

    private static RequestSpecification agreed() {
        return given().queryParam("consent", "true").queryParam("purpose", "coaching");
    }

    private static RequestSpecification agreed(String transcript) {
        return agreed().contentType("text/vtt").body(transcript.getBytes(StandardCharsets.UTF_8));
    }

    private List<Records.Found> recordsOf(String conversation) {
        return Records.of(kafka.bootstrapServers(), Topics.TURNS, "local/" + conversation);
    }

    @Test
    void aTranscriptBecomesAClosedConversation() {
        Response answer = agreed(talk).queryParam("learner", "mara lind").queryParam("kind", "one to one")
                .queryParam("stage", "building").queryParam("language", "en")
                .queryParam("startedAt", "2026-03-02T09:30:00Z").post("/transcripts");

        answer.then().statusCode(201).body("conversation", startsWith("t-")).body("learner", is("mara-lind"))
                .body("turns", is(3)).body("speakers.name", contains("Mara Lind", "Jo"))
                .body("speakers.turns", contains(2, 1)).body("warnings", is(empty())).body("format", is(not("")));
        String conversation = answer.path("conversation");
        List<Records.Found> records = recordsOf(conversation);
        assertThat(records).extracting(Records.Found::type).containsExactly(OPENED, SPOKEN, SPOKEN, SPOKEN, CLOSED);
        assertThat(records.get(0).value()).isEqualTo("{\"tenant\":\"local\",\"conversation\":\"" + conversation
                + "\",\"learner\":\"mara-lind\",\"participants\":[{\"name\":\"Mara Lind\",\"role\":\"LEARNER\"},"
                + "{\"name\":\"Jo\",\"role\":\"PARTNER\"}],\"kind\":\"one-to-one\",\"stage\":\"building\","
                + "\"language\":\"en\",\"consent\":{\"given\":true,\"purpose\":\"coaching\"},"
                + "\"startedAt\":\"2026-03-02T09:30:00Z\"}");
        assertThat(records.get(2).value()).isEqualTo("{\"tenant\":\"local\",\"conversation\":\"" + conversation
                + "\",\"turn\":2,\"speaker\":\"Jo\",\"role\":\"PARTNER\","
                + "\"text\":\"We lost two people and kept the deadline.\",\"startMillis\":5000,\"endMillis\":9500}");
        assertThat(records.get(4).json().get("turns").asInt()).isEqualTo(3);
        json("{}").post("/conversations/" + conversation + "/turns").then().statusCode(409);
    }

    @Test
    void theSameUploadIsTheSameConversationAndTheSameAnswer() {
        Response first = agreed(talk).queryParam("learner", "Jo").post("/transcripts");
        Response second = agreed(talk).queryParam("learner", "Jo").post("/transcripts");

        first.then().statusCode(201);
        second.then().statusCode(200).body(is(first.asString()));
        assertThat(recordsOf(first.path("conversation"))).hasSize(5);
    }

    @Test
    void theSameWordsWithAnotherLearnerAreAnotherConversation() {
        String one = agreed(talk).queryParam("learner", "Jo").post("/transcripts").path("conversation");
        String other = agreed(talk).queryParam("learner", "Mara Lind").post("/transcripts").path("conversation");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void anUploadThatBrokeOffIsMendedBySendingItAgain() {
        String id = "mended-" + UUID.randomUUID();
        Reception.Conversation read = (Reception.Conversation) Reception.of("local",
                new Told("Jo", null, id, null, null, null, "true", "coaching", null, null),
                talk.getBytes(StandardCharsets.UTF_8), null);
        conversations.open(read.opened(), read.upload());
        intake.take("local", read.turns().subList(0, 2));

        agreed(talk).queryParam("learner", "Jo").queryParam("conversation", id).post("/transcripts").then()
                .statusCode(201);

        assertThat(recordsOf(id)).extracting(r -> r.headers().get("ce_id")).containsExactly("local/" + id + "/opened",
                "local/" + id + "/turn/1", "local/" + id + "/turn/2", "local/" + id + "/opened",
                "local/" + id + "/turn/1", "local/" + id + "/turn/2", "local/" + id + "/turn/3",
                "local/" + id + "/closed");
    }

    @jakarta.inject.Inject
    dev.rapport.ingest.conversation.Conversations conversations;
    @jakarta.inject.Inject
    dev.rapport.ingest.turn.TurnIntake intake;

    @Test
    void anIdCanBeChosenButNotTaken() {
        String id = "chosen-" + UUID.randomUUID();
        agreed(talk).queryParam("learner", "Jo").queryParam("conversation", id).queryParam("learnerId", "u-17")
                .post("/transcripts").then().statusCode(201).body("conversation", is(id)).body("learner", is("u-17"));

        agreed(talk + "\nmore").queryParam("learner", "Jo").queryParam("conversation", id).post("/transcripts").then()
                .statusCode(409).body("type", is("https://rapport.dev/problems/conversation-taken"));
        agreed(talk).queryParam("learner", "Mara Lind").queryParam("conversation", Talk.open().id())
                .post("/transcripts").then().statusCode(409);
    }

    @Test
    void aFormSaysTheSameAsAQuery() {
        given().multiPart("file", "talk.vtt", talk.getBytes(StandardCharsets.UTF_8), "text/vtt")
                .multiPart("learner", "Mara Lind").multiPart("consent", "true").multiPart("purpose", "coaching")
                .multiPart("kind", "mentoring").post("/transcripts").then().statusCode(201)
                .body("learner", is("mara-lind")).body("turns", is(3));
        agreed(talk).queryParam("learner", "Mara Lind").queryParam("kind", "mentoring").post("/transcripts").then()
                .statusCode(200);
    }

    @Test
    void aFormWithoutAFileIsToldSo() {
        given().multiPart("learner", "Mara Lind").post("/transcripts").then().statusCode(400)
                .contentType("application/problem+json")
                .body("detail", is("There is no part named file. Send the transcript as that part."));
    }

    @Test
    void withoutALearnerTheSpeakersAreListed() {
        agreed(talk).post("/transcripts").then().statusCode(422).contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/which-learner"))
                .body("speakers.name", contains("Mara Lind", "Jo")).body("speakers.turns", contains(2, 1))
                .body("detail", is("Several people speak in it. Name the one to be coached as learner."));
    }

    @Test
    void aLearnerWhoDoesNotSpeakIsNobody() {
        agreed(talk).queryParam("learner", "Mara").post("/transcripts").then().statusCode(422)
                .body("type", is("https://rapport.dev/problems/which-learner"))
                .body("detail", is("Nobody of that name speaks in it. Name one of the speakers as learner."));
    }

    @Test
    void whoSpeaksAloneIsTheLearner() {
        agreed(talk.replace("Jo:", "Mara Lind:")).post("/transcripts").then().statusCode(201)
                .body("learner", is("mara-lind")).body("speakers.size()", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?consent=true", "?consent=false&purpose=coaching", "?consent=true&purpose=ranking"})
    void withoutConsentItIsNotEvenRead(String query) {
        given().contentType("text/vtt").body(talk).post("/transcripts" + query).then().statusCode(403)
                .contentType("application/problem+json").body("type", is("https://rapport.dev/problems/no-consent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001\u0002", "%PDF-1.7\n%\u00e2\u00e3"})
    void whatIsNoConversationIsRefusedWithASentence(String transcript) {
        agreed(transcript).post("/transcripts").then().statusCode(422).contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/unreadable-transcript")).body("detail", is(not("")));
    }

    @Test
    void everyFaultOfWhatIsToldIsToldAtOnce() {
        agreed(talk).queryParam("stage", "friends").queryParam("language", "?").queryParam("startedAt", "today")
                .queryParam("conversation", "a b").queryParam("learnerId", "/").post("/transcripts").then()
                .statusCode(422).body("errors.field",
                        contains("stage", "language", "startedAt", "conversation", "learnerId"));
    }
}
