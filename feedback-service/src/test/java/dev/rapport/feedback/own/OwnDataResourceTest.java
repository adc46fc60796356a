package dev.rapport.feedback.own;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import dev.rapport.events.EventJson;
import dev.rapport.events.LearnerErased;
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
import io.restassured.response.ValidatableResponse;

import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A learner takes their data away, and has it deleted. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class OwnDataResourceTest {

    RunningKafka kafka;

    @Inject
    Messages messages;
    @Inject
    EntityManager database;

    @Test
    void theExportHoldsWhatEveryRoomKeeps() {
        String message = somethingOfEverything("exporter", "own-export");

        given().get("/learners/exporter/export").then().statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"rapport-exporter.json\""))
                .body("learner", equalTo("exporter")).body("messages", hasSize(1))
                .body("messages[0].message.id", equalTo(message))
                .body("messages[0].history.growth", equalTo("B20")).body("reactions[0].reaction", equalTo("HELPFUL"))
                .body("practice[0].line", equalTo("What changed?")).body("choices.goal", equalTo("B20"))
                .body("choices.manner.twoPoints", equalTo(true)).body("teams[0].team", equalTo("sales"))
                .body("observations[0].behaviour", equalTo("behaviour B20"))
                .body("observations.evidence.flatten().text.unique()", equalTo(List.of("")))
                .body("observations.because.flatten()", hasSize(0));
    }

    @Test
    void anErasureLeavesNothingOfTheLearnerAndEverythingOfOthersAndTellsTheOtherServices() {
        somethingOfEverything("leaver", "own-leave");
        somethingOfEverything("stayer", "own-stay");

        given().delete("/learners/leaver").then().statusCode(204);

        given().get("/learners/leaver/export").then().body("messages", nullValue()).body("reactions", nullValue())
                .body("practice", nullValue()).body("observations", nullValue()).body("choices.goal", equalTo(""));
        given().get("/learners/stayer/export").then().body("messages", hasSize(1)).body("practice", hasSize(1))
                .body("observations", hasSize(2));
        assertThat(rowsThatName("stayer")).as("rows of any table").isGreaterThan(5);
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            soon().until(() -> topics.all(Topics.ERASURES).stream().map(record -> read(record.value()))
                    .anyMatch(erased -> erased.learner().equals("leaver") && erased.tenant().equals("local")));
        }
        // the event that tells the others goes as soon as it is told
        soon().until(() -> rowsThatName("leaver") == 0);
        // doing it again changes nothing
        given().delete("/learners/leaver").then().statusCode(204);
    }

    @Test
    void anotherTenantsLearnerOfTheSameNameIsNotTouched() {
        somethingOfEverything("namesake", "own-namesake");

        given().header("X-Rapport-Tenant", "acme").delete("/learners/namesake").then().statusCode(204);

        given().get("/learners/namesake/export").then().body("messages", hasSize(1));
    }

    @Test
    void whatIsNoIdIsTold() {
        given().get("/learners/a%20b/export").then().statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/bad-request"));
    }

    @Test
    void thePageKeepsAGoalShowsTheTrendAndDeletesOnlyWhenSure() {
        somethingOfEverything("chooser", "own-chooser");

        form("/learners/chooser/you/goal", "behaviour", "B01").statusCode(303)
                .header("Location", containsString("/learners/chooser/you?done=goal"));
        given().get("/learners/chooser/you?done=goal").then().statusCode(200)
                .body(containsString("Your goal is kept.")).body(containsString("value=\"B01\" selected"));
        given().get("/learners/chooser/you?done=<b>").then().body(not(containsString("<b>")));
        form("/learners/chooser/you/goal", "behaviour", "Z99").statusCode(400);
        given().get("/learners/chooser/trend").then().statusCode(200)
                .body(containsString("Seen in 1 of the last one talk that could be judged."))
                .body(containsString("2 turns")).body(containsString("your goal"));
        form("/learners/chooser/you/goal", "behaviour", "").statusCode(303);
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam("profile", "lively")
                .formParam("two-points", "yes").post("/learners/chooser/you/manner").then().statusCode(303);
        given().get("/learners/chooser/you?done=manner").then()
                .body(containsString("Kept. It holds from your next talk on."))
                .body(containsString("value=\"lively\" selected"))
                .body(containsString("name=\"two-points\" value=\"yes\" checked"));
        given().get("/learners/chooser/manner").then().body("profile", equalTo("lively"))
                .body("twoPoints", equalTo(true)).body("reflectFirst", equalTo(false));
        given().contentType(ContentType.JSON).body("{\"profile\": \"livly\"}").put("/learners/chooser/manner").then()
                .statusCode(400).body("errors[0].field", equalTo("profile"))
                .body("errors[0].todo", equalTo("send advising, finding-facts, lively, reserved or leave it out"));
        given().get("/learners/chooser/goal").then().body("behaviour", nullValue());
        given().contentType(ContentType.JSON).body("{\"point\": \"growth\", \"reaction\": \"STOP\"}")
                .post("/messages/" + messages.of("local", "own-chooser").orElseThrow().id() + "/reactions");
        given().get("/learners/chooser/you").then().body(containsString("Hear of Closed questions in a row again"));
        form("/learners/chooser/you/resume", "rule", "B20").statusCode(303);
        given().get("/learners/chooser/you").then().body(containsString("Nothing. Under each point"));
        given().get("/learners/chooser/export").then().body("reactions", nullValue());
        given().contentType(ContentType.JSON).body("{\"point\": \"growth\", \"reaction\": \"STOP\"}")
                .post("/messages/" + messages.of("local", "own-chooser").orElseThrow().id() + "/reactions");
        given().get("/learners/chooser/you").then().body(containsString("Hear of Closed questions in a row again"));
        form("/learners/chooser/you/resume", "rule", "B20").statusCode(303);
        form("/learners/chooser/you/delete", "sure", "no").statusCode(400).body(containsString("Type the word"));
        given().header("Sec-Fetch-Site", "cross-site").formParam("sure", "delete")
                .post("/learners/chooser/you/delete").then().statusCode(403);
        form("/learners/chooser/you/delete", "sure", "Delete ").statusCode(303);
        given().get("/learners/chooser").then().body(containsString("There is no message yet."));
    }

    private static ValidatableResponse form(String path, String field, String value) {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam(field, value)
                .post(path).then();
    }

    private String somethingOfEverything(String learner, String conversation) {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            topics.tell(talk(conversation).learner(learner)
                    .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                            "So is it live now? And did they agree?")
                    .saw("B20", 14, "If only it were so easy with them.", null,
                            "Are you happy with that, and do they know?"));
        }
        soon().until(() -> messages.of("local", conversation).isPresent());
        String message = messages.of("local", conversation).orElseThrow().id();
        given().contentType(ContentType.JSON).body("{\"point\": \"growth\", \"reaction\": \"HELPFUL\"}")
                .post("/messages/" + message + "/reactions").then().statusCode(200);
        given().contentType(ContentType.JSON).body("{\"line\": \"What changed?\"}")
                .post("/messages/" + message + "/practice").then().statusCode(202);
        given().contentType(ContentType.JSON).body("{\"behaviour\": \"B20\"}").put("/learners/" + learner + "/goal")
                .then().statusCode(200);
        given().contentType(ContentType.JSON).body("{\"twoPoints\": true}").put("/learners/" + learner + "/manner")
                .then().statusCode(200);
        given().contentType(ContentType.JSON).body("{\"team\": \"sales\"}").put("/learners/" + learner + "/team")
                .then().statusCode(200);
        return message;
    }

    /** In whatever table and column: one that a later room adds and forgets to erase is found too. */
    private int rowsThatName(String learner) {
        return QuarkusTransaction.requiringNew().call(() -> {
            int rows = 0;
            List<?> tables = database.createNativeQuery("select tablename from pg_tables where schemaname = 'public'",
                    String.class).getResultList();
            for (Object table : tables) {
                rows += ((Number) database
                        .createNativeQuery(
                                "select count(*) from " + table + " t where position(:learner in t::text) > 0",
                                Long.class)
                        .setParameter("learner", learner).getSingleResult()).intValue();
            }
            return rows;
        });
    }

    private static LearnerErased read(byte[] value) {
        try {
            return EventJson.read(value, LearnerErased.class);
        } catch (EventJson.UnreadableEvent unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
