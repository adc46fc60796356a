package dev.rapport.ingest.conversation;

import java.util.List;
import java.util.Map;

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

import static dev.rapport.ingest.Talk.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class ConversationResourceTest {

    private static final String CONSENT = "\"consent\": {\"given\": true, \"purpose\": \"coaching\"}";

    RunningKafka kafka;

    @Test
    void anOpenedConversationIsAnsweredWithWhatWasUnderstood() {
        Talk talk = Talk.unopened();

        json(Talk.OPENING).put(talk.path()).then().statusCode(201).body("conversation", is(talk.id()))
                .body("learner", is("mara-lind")).body("kind", is("sales-discovery"))
                .body("stage", is("first-contact")).body("language", is("en"))
                .body("participants.role", contains("LEARNER", "PARTNER"));
    }

    @Test
    void openingStandsOnBothTopicsUnderTheKeyOfTheConversation() {
        Talk talk = Talk.open();

        for (String topic : List.of(Topics.TURNS, Topics.CONVERSATIONS)) {
            List<Records.Found> records = Records.of(kafka.bootstrapServers(), topic, talk.key());
            assertThat(records).as(topic).hasSize(1);
            assertThat(records.get(0).headers()).containsAllEntriesOf(Map.of("ce_specversion", "1.0", "ce_id",
                    talk.key() + "/opened", "ce_source", "/rapport/ingest-service", "ce_type",
                    "dev.rapport.conversation-opened.v1", "ce_tenant", "local", "content-type", "application/json"))
                    .containsKey("ce_time");
            assertThat(records.get(0).value()).isEqualTo("{\"tenant\":\"local\",\"conversation\":\"" + talk.id()
                    + "\",\"learner\":\"mara-lind\",\"participants\":[{\"name\":\"Mara Lind\",\"role\":\"LEARNER\"},"
                    + "{\"name\":\"Jo\",\"role\":\"PARTNER\"}],\"kind\":\"sales-discovery\",\"stage\":\"first-contact\","
                    + "\"language\":\"en\",\"consent\":{\"given\":true,\"purpose\":\"coaching\",\"reference\":\"invite\"},"
                    + "\"startedAt\":\"2026-03-02T09:30:00Z\"}");
        }
    }

    @Test
    void openingItAgainIsNoNewConversation() {
        Talk talk = Talk.open();

        json(Talk.OPENING).put(talk.path()).then().statusCode(200);
    }

    @Test
    void oneTenantDoesNotSeeTheConversationOfAnother() {
        Talk talk = Talk.open();

        given().header("X-Rapport-Tenant", "acme").post(talk.path() + "/close").then().statusCode(404);
        json(Talk.OPENING).header("X-Rapport-Tenant", "acme").put(talk.path()).then().statusCode(201);
        assertThat(Records.of(kafka.bootstrapServers(), Topics.TURNS, "acme/" + talk.id())).singleElement()
                .satisfies(record -> {
                    assertThat(record.headers()).containsEntry("ce_tenant", "acme");
                    assertThat(record.json().get("tenant").asText()).isEqualTo("acme");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "-a", "ä"})
    void aTenantThatCannotStandInAKeyIsRefused(String tenant) {
        json(Talk.OPENING).header("X-Rapport-Tenant", tenant).put(Talk.unopened().path()).then().statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/invalid-tenant"));
    }

    @Test
    void itsLearnerStaysTheSame() {
        Talk talk = Talk.open();

        json(Talk.OPENING.replace("Mara Lind", "Nora")).put(talk.path()).then().statusCode(409)
                .body("type", is("https://rapport.dev/problems/conversation-taken"));
    }

    @Test
    void aClosedOneIsNotOpenedAgain() {
        Talk talk = Talk.closed();

        json(Talk.OPENING).put(talk.path()).then().statusCode(409)
                .body("type", is("https://rapport.dev/problems/conversation-closed"));
    }

    @Test
    void closingStandsOnBothTopicsWithTheNumberOfTurns() {
        Talk talk = Talk.open();

        json("{\"turns\": 42}").post(talk.path() + "/close").then().statusCode(202).body("turns", is(42));

        for (String topic : List.of(Topics.TURNS, Topics.CONVERSATIONS)) {
            List<Records.Found> records = Records.of(kafka.bootstrapServers(), topic, talk.key());
            Records.Found last = records.get(records.size() - 1);
            assertThat(last.type()).isEqualTo("dev.rapport.conversation-closed.v1");
            assertThat(last.headers()).containsEntry("ce_id", talk.key() + "/closed");
            assertThat(last.json().get("turns").asInt()).isEqualTo(42);
            assertThat(last.json().get("closedAt").asText()).endsWith("Z");
        }
    }

    @Test
    void closingAgainChangesNothing() {
        Talk talk = Talk.closed();

        given().post(talk.path() + "/close").then().statusCode(202);

        assertThat(Records.of(kafka.bootstrapServers(), Topics.TURNS, talk.key())).extracting(Records.Found::type)
                .containsExactly("dev.rapport.conversation-opened.v1", "dev.rapport.conversation-closed.v1");
    }

    @Test
    void anUnknownOneCannotBeClosed() {
        given().post(Talk.unopened().path() + "/close").then().statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/unknown-conversation"))
                .body("title", is("There is no such conversation")).body("status", is(404))
                .body("detail", containsString("PUT /conversations/{id}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"consent\": null", "\"consent\": {}", "\"consent\": {\"given\": true}",
            "\"consent\": {\"given\": false, \"purpose\": \"coaching\"}",
            "\"consent\": {\"given\": true, \"purpose\": \"appraisal\"}"})
    void withoutConsentToCoachingNothingIsTaken(String consent) {
        Talk talk = Talk.unopened();

        json("{\"participants\": [{\"name\": \"Mara\", \"role\": \"LEARNER\"}]" + (consent.isEmpty() ? "" : ",")
                + consent + "}").put(talk.path()).then().statusCode(403).contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/no-consent"));

        assertThat(Records.of(kafka.bootstrapServers(), Topics.TURNS, talk.key())).isEmpty();
    }

    @Test
    void twoLearnersAreOneTooMany() {
        json("{\"participants\": [{\"name\": \"Mara\", \"role\": \"LEARNER\"}, {\"name\": \"Jo\", \"role\": \"LEARNER\"}], "
                + CONSENT + "}").put(Talk.unopened().path()).then().statusCode(422)
                .body("type", is("https://rapport.dev/problems/two-learners"));
    }

    @Test
    void withoutALearnerThereIsNobodyToCoach() {
        json("{\"participants\": [{\"name\": \"Jo\", \"role\": \"PARTNER\"}], " + CONSENT + "}")
                .put(Talk.unopened().path()).then().statusCode(422)
                .body("type", is("https://rapport.dev/problems/no-learner"));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        json("""
                {"participants": [{"name": 7, "role": "LEARNER"},
                                  {"name": "Jo", "role": "BOSS"}, "Al"],
                 "stage": "friends", "language": "klingon!", "startedAt": "yesterday", "learner": "a/b",
                 "consent": {"given": "yes"}}
                """).put(Talk.unopened().path()).then().statusCode(422)
                .body("type", is("https://rapport.dev/problems/invalid-conversation"))
                .body("errors.field", contains("consent.given", "participants[2]", "participants[0].name",
                        "participants[1].role", "learner", "stage", "language", "startedAt"))
                .body("errors.line", contains(4, 2, 1, 2, 3, 3, 3, 3))
                .body("errors[2].column", is(28)).body("errors[2].problem",
                        equalTo("participants[0].name must be text, not a number"));
    }

    @Test
    void fieldsNobodyKnowsAreIgnored() {
        json(Talk.OPENING.replaceFirst("\\{", "{\"room\": {\"number\": [1, 2]}, ")).put(Talk.unopened().path()).then()
                .statusCode(201);
    }

    @Test
    void jsonThatBreaksOffIsToldWithItsPlace() {
        json("{\"participants\": [\n  {\"name\": \"secret\", \"role\" \"LEARNER\"}").put(Talk.unopened().path()).then()
                .statusCode(400).body("type", is("https://rapport.dev/problems/malformed-json"))
                .body("errors[0].line", is(2)).body("errors[0].column", is(29))
                .body("errors[0].problem", is("this is not JSON"));
    }

    @Test
    void anIdThatCannotStandInAKeyIsRefused() {
        json(Talk.OPENING).put("/conversations/a b").then().statusCode(422).body("errors[0].field",
                is("conversation"));
    }

    @Test
    void aNameInAnotherScriptGivesAnIdThatFitsInAKey() {
        json(Talk.OPENING.replace("Mara Lind", "李雷")).put(Talk.unopened().path()).then().statusCode(201)
                .body("learner", is("learner-3a47328a607f"));
    }
}
