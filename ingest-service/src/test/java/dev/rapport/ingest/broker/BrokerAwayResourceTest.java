package dev.rapport.ingest.broker;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.rapport.events.Topics;
import dev.rapport.ingest.Records;
import dev.rapport.ingest.Talk;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static dev.rapport.ingest.Talk.json;
import static dev.rapport.ingest.Talk.lines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class BrokerAwayResourceTest {

    RunningKafka kafka;
    private boolean away;

    @AfterEach
    void comeBack() {
        if (away) {
            kafka.comeBack();
            away = false;
        }
    }

    private void goAway() {
        kafka.goAway();
        away = true;
    }

    private static void isAway(ValidatableResponse answer) {
        answer.statusCode(503).contentType("application/problem+json").header("Retry-After", "5")
                .body("type", is("https://rapport.dev/problems/broker-away"))
                .body("title", is("Nothing can be taken in right now"))
                .body("detail", containsString("Send the same again"));
    }

    @Test
    void whatIsRefusedWhileTheBrokerIsAwayIsSentAgainWithoutDoublingAnything() {
        Talk talk = Talk.open();
        String turns = IntStream.rangeClosed(1, 50).mapToObj(
                n -> "{\"turn\": " + n + ", \"speaker\": \"Jo\", \"text\": \"Number " + n + "\"}")
                .collect(Collectors.joining("\n"));

        goAway();
        isAway(lines(turns).post(talk.turns()).then());
        isAway(json(Talk.OPENING).put(Talk.unopened().path()).then());
        isAway(given().post(talk.path() + "/close").then());
        isAway(given().post(Talk.unopened().path() + "/close").then());
        given().get("/q/health/live").then().statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        comeBack();

        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> lines(turns).post(talk.turns()).then().statusCode(202).body("accepted", is(50)));
        given().post(talk.path() + "/close").then().statusCode(202);
        Awaitility.await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

        // some may stand there twice, but under one id and with one value: whoever reads by id sees each once
        List<Records.Found> found = Records.of(kafka.bootstrapServers(), Topics.TURNS, talk.key()).stream()
                .filter(r -> r.type().equals("dev.rapport.turn-spoken.v1")).toList();
        assertThat(found.stream().map(r -> r.headers().get("ce_id")).distinct()).hasSize(50);
        assertThat(found.stream().map(Records.Found::value).distinct()).hasSize(50);
        assertThat(given().get("/q/metrics").asString())
                .contains("rapport_ingest_turns_total{outcome=\"undelivered\",tenant=\"local\"}");
    }
}
