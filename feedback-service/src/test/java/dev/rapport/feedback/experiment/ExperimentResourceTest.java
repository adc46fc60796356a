package dev.rapport.feedback.experiment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.coaching.composition.NotSaid;
import dev.rapport.coaching.experiment.Experiment;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static dev.rapport.coaching.composition.Conversations.talk;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ExperimentResourceTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Messages messages;
    @Inject
    Experiments experiments;

    @Test
    void itRunsUntilItsDayAndIsRememberedOnceEnded() {
        of("trial").get("/experiment").then().statusCode(404).body("type",
                equalTo("https://rapport.dev/problems/no-experiment"));

        put("trial", 20, today.plusDays(100)).statusCode(200).body("share", equalTo(20))
                .body("until", equalTo(today.plusDays(100) + "T00:00:00Z")).body("running", equalTo(true));
        put("trial", 20, today.plusDays(50)).statusCode(200);
        of("trial").get("/experiment").then().body("until", equalTo(today.plusDays(50) + "T00:00:00Z"));
        QuarkusTransaction.requiringNew().run(() -> ExperimentEntity.update(
                "since = ?1 where tenant = 'trial'", today.minusDays(300).atStartOfDay(ZoneOffset.UTC).toInstant()));
        put("trial", 20, today.plusDays(66)).statusCode(200);
        put("trial", 20, today.plusDays(67)).statusCode(400)
                .body("errors.field", equalTo(List.of("until")))
                .body("errors[0].todo", equalTo("send a date up to " + today.plusDays(66)
                        + ", or end it and begin another"));
        put("trial", 30, today.plusDays(50)).statusCode(409)
                .body("type", equalTo("https://rapport.dev/problems/experiment-runs"))
                .body("detail", containsString("share of 20 %"));

        long before = experiments.last("trial").orElseThrow().seed();
        of("trial").delete("/experiment").then().statusCode(204);
        of("trial").delete("/experiment").then().statusCode(204);
        of("trial").get("/experiment").then().statusCode(200).body("running", equalTo(false))
                .body("share", equalTo(20));
        put("trial", 30, today.plusDays(50)).statusCode(200).body("share", equalTo(30));
        assertThat(experiments.last("trial").orElseThrow().seed()).isNotEqualTo(before);
        given().get("/experiment").then().statusCode(404);
    }

    @Test
    void whatCannotBeRunIsToldFieldByField() {
        put("wrong", 51, today).statusCode(400).contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("share", "until")))
                .body("errors[0].todo", equalTo("send a whole number from 0 to 50, in percent"));
        put("wrong", -1, today.plusDays(367)).statusCode(400).body("errors.field", equalTo(List.of("share", "until")));
        put("wrong", "{\"share\": 20, \"until\": \"in spring\"}").statusCode(400)
                .body("errors.field", equalTo(List.of("until")));
        put("wrong", "{}").statusCode(400).body("errors.field", equalTo(List.of("share", "until")));
        put("wrong", "{\"share\": \"many\"}").statusCode(400).contentType("application/problem+json");
        of("wrong").contentType(ContentType.JSON).put("/experiment").then().statusCode(400);
        of("wrong").get("/experiment").then().statusCode(404);
    }

    @Test
    void whoIsLeftOutIsNotToldAndReadsWhyAndAllAreToldOnceItIsOver() {
        put("halves", 50, today.plusDays(30)).statusCode(200);
        Experiment running = experiments.last("halves").orElseThrow();
        List<String> learners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            learners.add("half-" + i);
            compose("during-" + i, "half-" + i);
        }

        List<String> left = learners.stream().filter(l -> running.holdsOut(l, "B27")).toList();
        assertThat(left).isNotEmpty().hasSizeLessThan(12);
        for (int i = 0; i < 12; i++) {
            CoachingMessage message = messages.of("halves", "during-" + i).orElseThrow();
            boolean out = left.contains("half-" + i);
            assertThat(message.growth() == null).isEqualTo(out);
            assertThat(message.notSaid().stream().map(NotSaid::reason).toList())
                    .isEqualTo(out ? List.of(NotSaid.Reason.HELD_OUT) : List.of());
            if (out) {
                of("halves").get("/learners/half-" + i + "/messages/" + message.id()).then().statusCode(200).body(
                        containsString("Your company measures whether these messages help. This one is left out for"
                                + " you, by chance, until"));
            }
        }

        of("halves").delete("/experiment").then().statusCode(204);
        String learner = left.get(0);
        compose("after", learner);
        assertThat(messages.of("halves", "after").orElseThrow().growth().rule()).isEqualTo("B27");
    }

    private void compose(String conversation, String learner) {
        Conversations talk = talk(conversation).tenant("halves").learner(learner)
                .saw("B27", 12, "The rollout in March was a mess for the team.", "The rollout",
                        "You should just escalate it.")
                .saw("B27", 16, "The rollout in March was a mess for the team.", "The rollout",
                        "Then you should call them.");
        QuarkusTransaction.requiringNew().run(() -> messages.compose(talk.build()));
    }

    private static ValidatableResponse put(String tenant, int share, LocalDate until) {
        return put(tenant, "{\"share\": " + share + ", \"until\": \"" + until + "\"}");
    }

    private static ValidatableResponse put(String tenant, String body) {
        return of(tenant).contentType(ContentType.JSON).body(body).put("/experiment").then();
    }

    private static RequestSpecification of(String tenant) {
        return given().header("X-Rapport-Tenant", tenant);
    }
}
