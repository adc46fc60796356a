package dev.rapport.feedback.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.events.EventJson;
import dev.rapport.events.LineJudged;
import dev.rapport.events.LineJudged.Verdict;
import dev.rapport.events.LineTried;
import dev.rapport.events.Topics;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.TestTopics;
import dev.rapport.feedback.message.Messages;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

import static dev.rapport.coaching.composition.Conversations.both;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A line is said again, and the rules' answer comes over Kafka. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class PracticeResourceTest {

    RunningKafka kafka;

    @Inject
    Messages messages;
    @Inject
    Practice practice;

    @Test
    void theLineIsAskedAboutWithThePlaceItStandsInFor() {
        String message = composed(both("practice-asked"));

        String attempt = said(message, "  What was that like?\u0000 ");

        given().get("/messages/" + message + "/practice/" + attempt).then().statusCode(200)
                .body("line", equalTo("What was that like?")).body("verdict", nullValue());
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            LineTried asked = soon().until(() -> topics.all(Topics.PRACTICE).stream()
                    .map(record -> read(record.value())).filter(tried -> tried.practice().equals(attempt)).findFirst(),
                    Optional::isPresent).orElseThrow();
            assertThat(asked.rule()).isEqualTo("B20");
            assertThat(asked.conversation()).isEqualTo("practice-asked");
            assertThat(asked.turn()).isEqualTo(12);
            assertThat(asked.line()).isEqualTo("What was that like?");
            assertThat(asked.around()).extracting(each -> each.turn()).contains(12);
        }
    }

    @Test
    void theAnswerIsKeptOnceAndSaysWhenTheLineComesBack() {
        String message = composed(both("practice-answered").learner("practiser"));
        String attempt = said(message, "Is it done?");

        answered(message, attempt, "practice-answered", "practiser", Verdict.SEEN_AGAIN);
        // the same answer again, and another one for the same line, change nothing
        take(attempt, "practice-answered", "practiser", Verdict.MENDED);

        given().get("/messages/" + message + "/practice/" + attempt).then().body("verdict", equalTo("SEEN_AGAIN"))
                .body("because[0]", equalTo("it is a closed question")).body("kinds[0]", equalTo("question"));
        given().get("/learners/practiser/lines").then().statusCode(200).body("", hasSize(1))
                .body("[0].behaviour", equalTo("Closed questions in a row")).body("[0].inARow", equalTo(0));
        assertThat(practice.comesBack("local", message).orElseThrow())
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
    }

    @Test
    void oneSittingMovesALineOnlyOnce() {
        String message = composed(both("practice-sitting").learner("sitter"));
        for (int i = 0; i < 3; i++) {
            String attempt = said(message, "What changed?");
            answered(message, attempt, "practice-sitting", "sitter", Verdict.MENDED);
        }

        given().get("/learners/sitter/lines").then().body("[0].inARow", equalTo(1));
    }

    @Test
    void anAnswerAboutSomebodyElsesLineIsNotTaken() {
        String message = composed(both("practice-whose").learner("owner"));
        String attempt = said(message, "What changed?");

        take(attempt, "practice-whose", "somebody-else", Verdict.MENDED);

        given().get("/messages/" + message + "/practice/" + attempt).then().body("verdict", nullValue());
    }

    @Test
    void whatIsNoLineIsTold() {
        String message = composed(both("practice-faults"));

        given().contentType(ContentType.JSON).body("{\"line\": \"  \"}").post("/messages/" + message + "/practice")
                .then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].field", equalTo("line"));
        given().contentType(ContentType.JSON).body("{\"line\": \"" + "a".repeat(1_001) + "\"}")
                .post("/messages/" + message + "/practice").then().statusCode(400);
        given().contentType(ContentType.JSON).body("{\"line\": \"What?\"}").post("/messages/nowhere/practice").then()
                .statusCode(404).body("type", equalTo("https://rapport.dev/problems/unknown-message"));
        given().get("/messages/" + message + "/practice/nothing").then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-attempt"));
        given().header("X-Rapport-Tenant", "acme").contentType(ContentType.JSON).body("{\"line\": \"What?\"}")
                .post("/messages/" + message + "/practice").then().statusCode(404);
    }

    @Test
    void thePageTakesALineAndShowsTheVerdict() {
        String message = composed(both("practice-page").learner("page-reader"));
        String form = "/learners/page-reader/messages/" + message + "/practice";

        given().header("Sec-Fetch-Site", "cross-site").formParam("line", "What?").post(form).then().statusCode(403);
        String waiting = given().header("HX-Request", "true").formParam("line", "<b>What</b> changed?").post(form)
                .then()
                .statusCode(200).body(containsString("still looking at it"))
                .body(containsString("&lt;b&gt;What&lt;/b&gt; changed?")).extract().asString();
        String attempt = waiting.replaceAll("(?s).*hx-get=\"[^\"]*/practice/([^\"]+)\".*", "$1");
        answered(message, attempt, "practice-page", "page-reader", Verdict.MENDED);

        given().get(form + "/" + attempt).then().statusCode(200).body(containsString("That is it"))
                .body(not(containsString("still looking"))).body(containsString("Worth keeping: follow-up question."))
                .body(containsString("This line comes back on"));
        given().get("/learners/page-reader/messages/" + message).then().statusCode(200)
                .body(containsString("That is it"));
        given().get("/learners/page-reader/practice").then().statusCode(200)
                .body(containsString("went well 1 time in"));
        given().redirects().follow(false).formParam("line", "What changed?").post(form).then().statusCode(303)
                .header("Location", containsString("/learners/page-reader/messages/" + message + "#practice"));
        given().header("HX-Request", "true").formParam("line", " ").post(form).then().statusCode(200)
                .body(containsString("Write what you would say."));
    }

    private void answered(String message, String attempt, String conversation, String learner, Verdict verdict) {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            topics.tell(judged(attempt, conversation, learner, verdict));
        }
        soon().until(() -> practice.find("local", message, attempt).orElseThrow().wasJudged());
    }

    private void take(String attempt, String conversation, String learner, Verdict verdict) {
        practice.take(judged(attempt, conversation, learner, verdict));
    }

    private static LineJudged judged(String attempt, String conversation, String learner, Verdict verdict) {
        boolean again = verdict == Verdict.SEEN_AGAIN;
        return new LineJudged("local", learner, conversation, attempt, "B20", "0123456789ab", verdict,
                List.of("question"), again ? List.of() : List.of("follow-up question"),
                again ? List.of("it is a closed question") : List.of(), again ? "an open question" : null,
                Instant.EPOCH);
    }

    private static LineTried read(byte[] value) {
        try {
            return EventJson.read(value, LineTried.class);
        } catch (EventJson.UnreadableEvent unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** @return the attempt */
    private static String said(String message, String line) {
        return given().contentType(ContentType.JSON).body(Map.of("line", line))
                .post("/messages/" + message + "/practice").then().statusCode(202)
                .header("Location", containsString("/messages/" + message + "/practice/p-")).extract().path("id");
    }

    private String composed(Conversations talk) {
        QuarkusTransaction.requiringNew().run(() -> messages.compose(talk.build()));
        return messages.of(talk.judged().tenant(), talk.judged().conversation()).orElseThrow().id();
    }
}
