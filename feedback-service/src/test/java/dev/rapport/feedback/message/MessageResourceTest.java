package dev.rapport.feedback.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.events.RulebookReleased;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.TestTopics;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import static dev.rapport.coaching.composition.Conversations.both;
import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What clients and browsers are answered. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class MessageResourceTest {

    RunningKafka kafka;

    @Inject
    Messages messages;

    @Test
    void aMessageIsFoundByConversationAndById() {
        String id = composed(both("rest-1"));

        given().get("/conversations/rest-1/message").then().statusCode(200).body("id", equalTo(id))
                .body("kind", equalTo("COACHING")).body("strength.rule", equalTo("B01"))
                .body("strength.rewrite", nullValue()).body("growth.rule", equalTo("B20"))
                .body("growth.rewrite.builtFrom", equalTo("We lost two engineers"))
                .body("growth.evidence[0].turn", equalTo(11)).body("text", containsString("Say instead:"));
        given().get("/messages/" + id).then().statusCode(200).body("conversation", equalTo("rest-1"));
    }

    @Test
    void beforeItIsComposedThereIsNone() {
        problem(given().get("/conversations/nowhere/message").then(), 404, "no-message-yet");
        problem(given().get("/messages/nowhere").then(), 404, "unknown-message");
    }

    @Test
    void anotherTenantSeesNothing() {
        String id = composed(both("rest-tenant").tenant("acme"));

        given().header("X-Rapport-Tenant", "acme").get("/messages/" + id).then().statusCode(200);
        problem(given().get("/messages/" + id).then(), 404, "unknown-message");
        problem(given().header("X-Rapport-Tenant", "a/b").get("/messages/" + id).then(), 400, "bad-request");
    }

    @Test
    void pagesNeitherRepeatNorSkipWhileMessagesArrive() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, composed(both("paged-" + i).learner("reader")));
        }
        var first = given().get("/learners/reader/messages?limit=2").then().statusCode(200).extract().jsonPath();
        composed(both("paged-late").learner("reader"));
        var second = given().queryParam("cursor", first.getString("next")).get("/learners/reader/messages?limit=2")
                .then().statusCode(200).extract().jsonPath();
        var third = given().queryParam("cursor", second.getString("next")).get("/learners/reader/messages?limit=2")
                .then().statusCode(200).extract().jsonPath();

        List<String> seen = new ArrayList<>(first.getList("messages.id", String.class));
        seen.addAll(second.getList("messages.id", String.class));
        seen.addAll(third.getList("messages.id", String.class));
        assertThat(seen).isEqualTo(all);
        assertThat(third.getString("next")).isNull();
    }

    @Test
    void whatIsNoCursorOrLimitIsTold() {
        problem(given().get("/learners/reader/messages?cursor=abc").then(), 400, "bad-request");
        problem(given().get("/learners/reader/messages?limit=0").then(), 400, "bad-request");
        problem(given().get("/learners/reader/messages?limit=ten").then(), 400, "bad-request");
        given().get("/learners/nobody/messages").then().statusCode(200).body("messages", hasSize(0));
    }

    @Test
    void theLastReactionCountsAndStopStops() {
        String id = composed(both("react-1").learner("reactor"));

        react(id, "growth", "HELPFUL").statusCode(200).body("reaction", equalTo("HELPFUL"));
        react(id, "growth", "STOP").statusCode(200);
        composed(both("react-2").learner("reactor"));
        given().get("/conversations/react-2/message").then().body("growth", nullValue())
                .body("notSaid.find { it.rule == 'B20' }.reason", equalTo("STOPPED"));
        react(id, "growth", "DELIBERATE").statusCode(200);
        composed(both("react-3").learner("reactor"));
        given().get("/conversations/react-3/message").then()
                .body("notSaid.find { it.rule == 'B20' }.reason", equalTo("COOL_DOWN"));
    }

    @Test
    void aThirdTalkInAWeekGetsNoPointAndSaysWhy() {
        composed(both("week-1").learner("weekly"));
        composed(both("week-2").learner("weekly"));
        String third = composed(both("week-3").learner("weekly"));

        given().get("/messages/" + third).then().body("kind", equalTo("QUIET")).body("strength", nullValue())
                .body("growth", nullValue()).body("opening", containsString("There were two messages in seven days"))
                .body("notSaid.collect { it.rule + ' ' + it.reason }",
                        equalTo(List.of("B01 WEEK_FULL", "B20 COOL_DOWN")));
        given().get("/learners/weekly/messages/" + third).then().statusCode(200).body(containsString(
                "Spoken of a short while ago. It may come up again in the third talk from now."));
        given().get("/learners/weekly").then().statusCode(200).body(containsString("No point this time"));
    }

    @Test
    void aRuleThatRestsCoachesNobodyAndTheLearnerIsToldWhy() {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            topics.release(new RulebookReleased("restful", 1, null, null, null, null, List.of(), List.of("B20"),
                    Instant.EPOCH));
        }

        AtomicInteger talks = new AtomicInteger();
        String first = soon().until(() -> {
            int number = talks.incrementAndGet();
            return composed(both("resting-" + number).learner("rester-" + number).tenant("restful"));
        }, id -> messages.find("restful", id).orElseThrow().growth() == null);

        CoachingMessage message = messages.find("restful", first).orElseThrow();
        assertThat(message.strength().rule()).isEqualTo("B01");
        assertThat(message.judged()).doesNotContain("B20");
        assertThat(message.notJudged()).containsEntry("B20",
                "its rule rests, because learners often said that it is not right");
        // everybody else is coached by it
        assertThat(messages.find("local", composed(both("resting-not"))).orElseThrow().growth().rule())
                .isEqualTo("B20");
    }

    @Test
    void whoAskedForTwoPointsToTryCanReactToTheSecond() {
        given().contentType(ContentType.JSON).body("{\"twoPoints\": true}").put("/learners/two/manner").then()
                .statusCode(200);
        String id = composed(talk("two-1").learner("two")
                .saw("B27", 10, "The rollout stalled in the middle of March.", "The rollout", "You should escalate it.")
                .saw("B27", 16, "Nobody answers my calls any more.", "my calls", "Then you should call the board.")
                .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                        "So is it live now? And did they agree?")
                .saw("B20", 14, "If only it were so easy with them.", null,
                        "Are you happy with that, and do they know?"));

        given().get("/messages/" + id).then().body("growth.rule", equalTo("B27"))
                .body("second.rule", equalTo("B20"));
        react(id, "second", "STOP").statusCode(200).body("point", equalTo("second"));
        given().get("/learners/two/schedule").then().body("find { it.rule == 'B20' }.stopped", equalTo(true))
                .body("find { it.rule == 'B20' }.said", equalTo(1));
        given().get("/learners/two").then()
                .body(containsString("Try: advice before it was asked for · Try: closed questions in a row"));
        given().get("/learners/two/messages/" + id).then().body(containsString("id=\"second-title\""));
    }

    @Test
    void theScheduleIsTheLearnersToSee() {
        composed(both("plan-1").learner("planner"));
        given().contentType(ContentType.JSON).body("{\"behaviour\": \"B27\"}").put("/learners/planner/goal").then()
                .statusCode(200);

        given().get("/learners/planner/schedule").then().statusCode(200)
                .body("collect { it.rule + ' ' + it.said + ' ' + it.pace + ' ' + it.next }", equalTo(
                        List.of("B01 1 EVERY_TALK 1", "B20 1 EVERY_TALK 5", "B27 0 EVERY_TALK 1")))
                .body("find { it.rule == 'B27' }.goal", equalTo(true));
        given().get("/learners/planner").then().statusCode(200)
                .body(containsString("What may come up again, and when"), containsString("the talk after 4 more"),
                        containsString("your goal"));
        given().get("/learners/nobody/schedule").then().statusCode(200).body("", hasSize(0));
        problem(given().header("X-Rapport-Tenant", "a/b").get("/learners/planner/schedule").then(), 400,
                "bad-request");
    }

    @Test
    void whatIsNoReactionIsTold() {
        String id = composed(talk("react-4").saw("B01", 6, "The rollout stalled in the middle of March.", "The rollout",
                "What changed then in March?"));

        problem(react(id, "growth", "HELPFUL"), 409, "no-such-point");
        problem(react(id, "middle", "HELPFUL"), 400, "bad-request");
        problem(react(id, "strength", "LOVELY"), 400, "bad-request");
        problem(react("m-unknown", "strength", "HELPFUL"), 404, "unknown-message");
        problem(given().contentType(ContentType.JSON).body("{\"point\": [").post("/messages/" + id + "/reactions")
                .then(),
                400, null);
        problem(given().contentType(ContentType.TEXT).body("x").post("/messages/" + id + "/reactions").then(), 415,
                "unsupported-media-type");
        problem(given().delete("/messages/" + id).then(), 405, "method-not-allowed");
        problem(given().get("/no/such/place").then(), 404, null);
    }

    @Test
    void aGoalIsKeptUntilItIsDropped() {
        given().contentType(ContentType.JSON).body("{\"behaviour\": \"B20\"}").put("/learners/aims/goal").then()
                .statusCode(200);
        given().get("/learners/aims/goal").then().body("behaviour", equalTo("B20"));
        given().delete("/learners/aims/goal").then().statusCode(204);
        given().get("/learners/aims/goal").then().body("behaviour", nullValue());
        problem(given().contentType(ContentType.JSON).body("{\"behaviour\": \"kind\"}").put("/learners/aims/goal")
                .then(),
                400, "bad-request");
    }

    @Test
    void thePageShowsTheMessageAndNothingRunsFromIt() {
        String hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> we lost two engineers {inject:x}";
        String id = composed(talk("page-1").learner("page-learner").partner("Priya Nair")
                .notJudged("B30", "no times in <b>this</b> transcript")
                .saw("B27", 12, hostile, "we lost two engineers", "You should <i>just</i> tell Priya that.")
                .saw("B27", 16, hostile, "we lost two engineers", "Then you should call them today.")
                .saw("B01", 6, "The rollout stalled in the middle of March.", "The rollout",
                        "You said the rollout stalled. What changed then?"));

        given().get("/learners/page-learner").then().statusCode(200).contentType("text/html")
                .body(containsString("Keep: follow-up question · Try: advice before it was asked for"))
                .body(containsString("/learners/page-learner/messages/" + id));
        String html = given().get("/learners/page-learner/messages/" + id).then().statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Cache-Control", equalTo("no-store")).extract().asString();
        assertThat(html).contains("How we know", "60 seconds of practice", "You could say", "&lt;script&gt;alert(1)",
                "no times in &lt;b&gt;this").doesNotContain("<script>alert", "<img", "<i>just", "Priya", "Nair");
        problem(given().get("/learners/somebody-else/messages/" + id).then(), 404, "unknown-message");
    }

    @Test
    void aReactionWorksWithAndWithoutScripts() {
        String id = composed(both("page-2").learner("page-clicker"));
        String form = "/learners/page-clicker/messages/" + id + "/reactions";

        given().redirects().follow(false).formParam("point", "strength").formParam("reaction", "HELPFUL").post(form)
                .then().statusCode(303)
                .header("Location", containsString("/learners/page-clicker/messages/" + id + "#strength-reactions"));
        given().header("HX-Request", "true").formParam("point", "strength").formParam("reaction", "NOT_RIGHT")
                .post(form)
                .then().statusCode(200).body(containsString("aria-pressed=\"true\""),
                        containsString("Noted: not right."),
                        not(containsString("<html")));
        given().get("/learners/page-clicker/messages/" + id).then().body(containsString("Noted: not right."));
        problem(given().header("Sec-Fetch-Site", "cross-site").formParam("point", "strength")
                .formParam("reaction", "STOP").post(form).then(), 403, "foreign-form");
    }

    @Test
    void aLearnersPagesAreInTheLanguageTheirBrowserAsksFor() {
        String id = composed(both("german-1").learner("lena").notJudged("B30", "no times in this transcript"));
        String page = "/learners/lena/messages/" + id;

        String message = german(page);
        assertThat(message).contains("<html lang=\"de\">", "Ein Gespräch, noch einmal angeschaut",
                "deshalb ist auch die Rückmeldung selbst auf Englisch.", "<p class=\"lead\" lang=\"en\">",
                "Beibehalten</span> <span lang=\"en\">Follow-up question</span>", "Du, bei ", "Uhr UTC</time>",
                "Gesehen in 2 deiner Beiträge. Regel <code>B20</code>", "Bitte nicht mehr ansprechen</button>",
                "Sag diesen Satz noch einmal", "<q lang=\"en\">We lost two engineers</q>", "Zur Rückmeldung springen")
                .doesNotContain("Your", "Skip", "Where it", "How we know", "They said", "Seen in", "You, at");
        assertThat(german("/learners/lena")).contains("<title>Deine Rückmeldungen · Rapport</title>",
                "Beibehalten: <span lang=\"en\">follow-up question</span> · Ausprobieren: ", "in jedem Gespräch</td>",
                "im 5. Gespräch ab jetzt").doesNotContain("Keep", "every talk");
        assertThat(german("/learners/lena/practice")).contains("Sätze aus deinen eigenen Gesprächen",
                "<strong lang=\"en\">Closed questions in a row</strong>", "Du sagtest: <q lang=\"en\">");
        assertThat(german("/learners/lena/trend")).contains(
                "In dem einen Gespräch, das sich beurteilen ließ, gesehen.", "in 2 Beiträgen, und die Rückmeldung");
        assertThat(german("/learners/lena/you?done=goal")).contains("Dein Ziel ist gespeichert.",
                "Gib zur Sicherheit „löschen“ ein", "<option value=\"B20\" lang=\"en\">", "Deine Führungskraft");
        assertThat(german(page + "/reflect")).contains("Erst deine eigene Sicht", "Zu den Fragen springen");
        assertThat(given().header("Accept-Language", "de").header("HX-Request", "true").formParam("point", "strength")
                .formParam("reaction", "HELPFUL").post(page + "/reactions").then().statusCode(200).extract().asString())
                .contains("Trifft das zu?", "Notiert: hilfreich.");
        assertThat(given().header("Accept-Language", "de").header("HX-Request", "true").formParam("line", " ")
                .post(page + "/practice").then().statusCode(200).extract().asString())
                .contains("Schreib, was du sagen würdest.");

        given().get(page).then().header("Vary", containsString("Accept-Language")).body(
                containsString("<html lang=\"en\">"), containsString("One talk, looked at again"),
                not(containsString("Talks are judged in English")));
        given().header("Accept-Language", "fr").get(page).then().body(containsString("<html lang=\"en\">"),
                containsString("Skip to the message"));
        given().header("Accept-Language", "fr, de;q=0.5").get(page).then()
                .body(containsString("<html lang=\"de\">"));
        given().header("Accept-Language", "de").accept("text/html").get("/team").then()
                .body(containsString("<html lang=\"en\">"), containsString("Skip to the figures"));

        given().header("Accept-Language", "de").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("sure", "Nein").post("/learners/lena/you/delete").then().statusCode(400)
                .body(containsString("Gib das Wort „löschen“ ein"));
        given().header("Accept-Language", "de").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects().follow(false).formParam("sure", "Löschen").post("/learners/lena/you/delete").then()
                .statusCode(303);
        assertThat(german("/learners/lena")).contains("Noch gibt es keine Rückmeldung.");
    }

    private static String german(String page) {
        return given().header("Accept-Language", "de-DE,de;q=0.9,en;q=0.8").get(page).then().statusCode(200)
                .contentType(containsString("text/html")).header("Vary", containsString("Accept-Language")).extract()
                .asString();
    }

    @Test
    void thePartsOfThePageAreOurOwnFiles() {
        given().get("/rapport.css").then().statusCode(200).contentType(containsString("text/css"));
        given().get("/_static/htmx.org/2.0.2/dist/htmx.min.js").then().statusCode(200);
    }

    @Test
    void theInterfaceIsDescribedWithExamples() {
        given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200)
                .body("paths.'/conversations/{conversation}/message'.get.responses.'200'.content.'application/json'"
                        + ".examples.'with a strength'.value.kind", equalTo("COACHING"))
                .body("paths.'/learners/{learner}'.get", nullValue());
    }

    private static ValidatableResponse react(String message, String point, String reaction) {
        return given().contentType(ContentType.JSON)
                .body("{\"point\": \"" + point + "\", \"reaction\": \"" + reaction + "\"}")
                .post("/messages/" + message + "/reactions").then();
    }

    private static void problem(ValidatableResponse response, int status, String slug) {
        response.statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("title", not(nullValue())).body("detail", not(nullValue()))
                .body("type", slug == null
                        ? containsString("https://rapport.dev/problems/")
                        : equalTo("https://rapport.dev/problems/" + slug));
    }

    private String composed(Conversations talk) {
        QuarkusTransaction.requiringNew().run(() -> messages.compose(talk.build()));
        return messages.of(talk.judged().tenant(), talk.judged().conversation()).orElseThrow().id();
    }
}
