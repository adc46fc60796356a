package dev.rapport.rules.version;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.figures.Figures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import static dev.rapport.rules.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A rulebook's life as its managers' clients see it. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class VersionsResourceTest {

    private static final String RULE = """
            # why we have it: see the meeting of March
            rule "A short answer"
              code B90
              owner "Tests"
              when the speaker is the learner
               and the turn has at most 3 words
              then observe "short answer" as something to grow, clearly
            """;

    private static final String EXAMPLES = """
            rule: B90
            fires:
              - {name: a nod, kind: general, at: 1, turns: ["learner: Fine."]}
              - {name: a shrug, kind: support, at: 2, turns: ["partner: How was it?", "learner: Not bad."]}
              - {name: a half sentence, kind: one-to-one, at: 2, turns: ["partner: And then?", "learner: Then we left."]}
            nearMisses:
              - {name: a sentence, kind: general, turns: ["learner: It went well for us."]}
              - {name: the partner, kind: support, turns: ["partner: Fine."]}
              - {name: a question, kind: mentoring, turns: ["learner: What would you have done there?"]}
            """;

    RunningKafka kafka;

    @Inject
    Rulebooks rulebooks;
    @Inject
    Figures figures;

    @BeforeEach
    void aDefaultRulebookIsThere() {
        soon().until(() -> given().get("/rulebook").jsonPath().getString("version") != null);
    }

    @Test
    void aVersionGoesFromDraftToLiveAndBackInOneStep() {
        Manager ada = new Manager("life", "ada");
        Manager ben = new Manager("life", "ben");

        int first = ada.released(ben, RULE);
        int second = ada.released(ben, RULE.replace("A short answer", "A very short answer"));

        ada.get("/versions/" + first).body("state", equalTo("retired")).body("canBeRolledBackTo", equalTo(true));
        ada.get("/versions/" + second).body("state", equalTo("live")).body("approvedBy", equalTo("ben"))
                .body("authors", contains("ada")).body("observedAs", notNullValue());
        ben.post("/rollback", "{\"to\": %d, \"why\": \"too many\"}".formatted(first)).statusCode(200)
                .body("state", equalTo("live"));
        ada.get("/versions/" + second).body("state", equalTo("retired"));
        ada.get("/versions/" + first + "/files").body("files.'behaviours/a.rules'", equalTo(RULE));
        ada.get("/history?limit=3").body("deeds.deed", contains("ROLLED_BACK", "RETIRED", "RELEASED"))
                .body("deeds[0].person", equalTo("ben")).body("deeds[0].why", equalTo("too many"))
                .body("next", notNullValue());
        ben.post("/rollback", "{\"why\": \"back to the house's\"}").statusCode(200).body("state", equalTo("retired"));
        problem(ben.post("/rollback", "{\"why\": \"again\"}"), 409, "default-in-force");
    }

    @Test
    void aReleaseTakesEffectForItsTenantAloneAndARunawayIsLeftOut() {
        Manager ada = new Manager("topic", "ada");
        String house = given().get("/rulebook").jsonPath().getString("version");

        int number = ada.released(new Manager("topic", "ben"), RULE);

        String own = ada.get("/versions/" + number).extract().path("observedAs");
        soon().until(() -> own.equals(ada.inForce().getString("version")));
        assertThat(ada.inForce().getInt("number")).isEqualTo(number);
        assertThat(ada.inForce().getList("codes")).containsExactly("B90");
        assertThat(given().get("/rulebook").jsonPath().getString("version")).isEqualTo(house);

        assertThat(rulebooks.silence("topic", "B90", "the turn has at most 3 words")).isTrue();
        assertThat(rulebooks.silence("topic", "B90", "the turn has at most 3 words")).isFalse();
        soon().until(() -> ada.inForce().getList("silenced").equals(List.of("B90")));
        ada.get("/silenced").body("silenced[0].owner", equalTo("Tests")).body("silenced[0].name",
                equalTo("A short answer"));
        ada.get("/history?limit=1").body("deeds[0].deed", equalTo("SILENCED")).body("deeds[0].why",
                equalTo("B90 \"A short answer\" of Tests took too much work: the turn has at most 3 words"));

        // what the next release says differently is heard again
        ada.released(new Manager("topic", "ben"), RULE.replace("at most 3 words", "at most 4 words"));
        soon().until(() -> ada.inForce().getList("silenced").isEmpty());
    }

    @Test
    void aRuleThatLearnersOftenCallNotRightGoesOnSeeingAndCoachesNobodyUntilItsOwnerHasLooked() throws Exception {
        Manager ada = new Manager("doubt", "ada");
        ada.released(new Manager("doubt", "ben"), RULE);
        var rulebook = Proof.reading(rulebooks.filesInForce("doubt")).rulebook();
        String version = rulebook.version(rulebook.rule("B90").orElseThrow());

        say(version, Reaction.HELPFUL, "first");
        // on purpose, of another version, or one voice too few: nothing rests for that
        say(version, Reaction.DELIBERATE, "meant");
        say("000000000000", Reaction.NOT_RIGHT, "earlier");
        for (int i = 0; i < 8; i++) {
            say(version, Reaction.NOT_RIGHT, "learner-" + i);
        }
        // the same voice again is no further one
        say(version, Reaction.NOT_RIGHT, "learner-0", "another-message");
        soon().until(() -> figures.precision("doubt", "B90", version).votes() == 9);
        ada.get("/silenced").body("silenced", empty());

        say(version, Reaction.NOT_RIGHT, "the-tenth");

        soon().until(() -> ada.get("/silenced").extract().path("silenced[0].observes") != null);
        ada.get("/silenced").body("silenced[0].code", equalTo("B90")).body("silenced[0].observes", equalTo(true))
                .body("silenced[0].what", equalTo("1 of 10 called it helpful, so at most 40 % are right"));
        ada.get("/history?limit=1").body("deeds[0].deed", equalTo("RESTED")).body("deeds[0].person",
                equalTo("-rapport"));
        assertThat(ada.inForce().getList("silenced")).as("left out").isEmpty();
        assertThat(ada.inForce().getList("codes")).containsExactly("B90");
        soon().until(() -> lastRelease("doubt").resting().equals(List.of("B90")));

        ada.delete("/silenced/B90?why=looked").statusCode(204);
        soon().until(() -> lastRelease("doubt").resting().isEmpty());
        say(version, Reaction.NOT_RIGHT, "the-eleventh");
        soon().until(() -> figures.precision("doubt", "B90", version).votes() == 1);
        ada.get("/silenced").body("silenced", empty());
    }

    private void say(String ruleVersion, Reaction reaction, String learner) throws Exception {
        say(ruleVersion, reaction, learner, "m-" + learner);
    }

    private void say(String ruleVersion, Reaction reaction, String learner, String message) throws Exception {
        ReactionGiven given = new ReactionGiven("doubt", learner, message, "B90", ruleVersion,
                "doubt/t/turn/1/B90", reaction, Instant.now());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.REACTIONS,
                    given.key().getBytes(StandardCharsets.UTF_8), EventJson.write(given));
            CloudEvents.headers(given, "feedback-service", given.at()).forEach(record.headers()::add);
            producer.send(record).get();
        }
    }

    private RulebookReleased lastRelease(String tenant) throws Exception {
        RulebookReleased last = null;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULEBOOKS).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).startsWith(tenant + "/")) {
                        last = EventJson.read(record.value(), RulebookReleased.class);
                    }
                }
            }
        }
        return last;
    }

    @Test
    void nobodyApprovesWhatTheyWroteNorWhatTheyTookOverUnapproved() {
        Manager ada = new Manager("own", "ada");
        Manager ben = new Manager("own", "ben");
        int number = ada.checked(RULE);

        problem(ada.step(number, "approval", 3), 403, "own-approval").body("detail",
                equalTo("ada wrote in version 1. Ask somebody to approve it who has written nothing of it."));
        int copy = ben.post("/versions", "{\"from\": %d, \"why\": \"mine now\"}".formatted(number)).statusCode(201)
                .extract().path("number");
        ben.step(copy, "check", 1).body("version.state", equalTo("checked"));
        problem(ada.step(copy, "approval", 2), 403, "own-approval");
        problem(ben.step(copy, "approval", 2), 403, "own-approval");
        new Manager("own", "cleo").step(copy, "approval", 2).statusCode(200).body("state", equalTo("approved"));
    }

    @Test
    void whoeverHasNotSeenAChangeIsToldWhoMadeIt() {
        Manager ada = new Manager("meanwhile", "ada");
        Manager ben = new Manager("meanwhile", "ben");
        int number = ada.draft();
        ben.save(number, 1, RULE).statusCode(200).body("edition", equalTo(2)).body("authors",
                contains("ada", "ben"));

        problem(ada.save(number, 1, RULE.replace("at most 3", "at most 4")), 409, "changed-meanwhile")
                .body("changedBy", equalTo("ben")).body("edition", equalTo(2)).body("changedAt", notNullValue());
        ada.get("/versions/" + number + "/files").body("files.'behaviours/a.rules'", equalTo(RULE));
    }

    @Test
    void aFaultIsToldAtItsWordAndKeepsADraftADraft() {
        Manager ada = new Manager("faults", "ada");
        int number = ada.draft();
        ada.save(number, 1, RULE.replace("has at most", "hsa at most")).statusCode(200);

        ada.step(number, "check", 2).statusCode(200).body("version.state", equalTo("draft"))
                .body("faults[0].file", equalTo("behaviours/a.rules")).body("faults[0].line", equalTo(6))
                .body("faults[0].column", equalTo(17));
        problem(new Manager("faults", "ben").step(number, "approval", 2), 409, "not-in-this-state")
                .body("detail", containsString("Check it first.")).body("state", equalTo("draft"));
        problem(ada.save(number, 2, Map.of("../../etc/passwd", "root")), 422, "faulty-rulebook")
                .body("errors[0].problem", equalTo("this is no file of a rulebook"));
    }

    @Test
    void aFailingExampleKeepsADraftADraft() {
        Manager ada = new Manager("examples", "ada");
        int number = ada.draft();
        ada.save(number, 1, Map.of("behaviours/a.rules", RULE, "examples/B90.yaml",
                EXAMPLES.replace("Not bad.", "It was not bad at all."))).statusCode(200);

        ada.step(number, "check", 2).body("version.state", equalTo("draft"))
                .body("faults[0].file", equalTo("examples/B90.yaml"))
                .body("faults[0].problem", containsString("B90 does not fire"));
    }

    @Test
    void whatIsCheckedStaysAsItIs() {
        Manager ada = new Manager("frozen", "ada");
        int number = ada.checked(RULE);

        problem(ada.save(number, 3, RULE + "# more\n"), 409, "not-in-this-state").body("state", equalTo("checked"));
        problem(ada.step(number, "check", 3), 409, "not-in-this-state");
        problem(ada.step(number, "release", 3), 409, "not-in-this-state");
    }

    @Test
    void oneVersionIsInTheShadowAtATime() {
        Manager ada = new Manager("shadow", "ada");
        int first = ada.checked(RULE);
        int second = ada.checked(RULE.replace("A short answer", "A very short answer"));

        ada.step(first, "shadow", 3).statusCode(200).body("state", equalTo("shadow"));
        ada.step(second, "shadow", 3).statusCode(200).body("state", equalTo("shadow"));
        ada.get("/versions/" + first).body("state", equalTo("checked"));
        given().header("X-Rapport-Tenant", "shadow").delete("/rulebooks/versions/" + second + "/shadow?edition=4")
                .then().statusCode(200).body("state", equalTo("checked"));
    }

    @Test
    void anotherTenantSeesNothingAndNumbersItsOwn() {
        int number = new Manager("one", "ada").draft();

        Manager other = new Manager("other", "ada");
        other.get("/versions").body("versions", hasSize(0));
        problem(other.get("/versions/" + number), 404, "unknown-version");
        assertThat(other.draft()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsTold() {
        Manager ada = new Manager("missing", "ada");

        problem(ada.post("/versions", "{}"), 400, "bad-request").body("errors[0].field", equalTo("why"));
        int number = ada.draft();
        problem(ada.post("/versions/" + number + "/check", "{}"), 400, "bad-request").body("errors[0].field",
                equalTo("edition"));
        problem(new Manager("a/b", "ada").get("/versions"), 400, "bad-request");
        ada.get("/versions/" + number).body("checkedBy", nullValue()).body("state", equalTo("draft"));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status).contentType("application/problem+json").body("type",
                equalTo("https://rapport.dev/problems/" + slug));
    }

    /** Somebody at a client. */
    private record Manager(String tenant, String name) {

        private io.restassured.specification.RequestSpecification asking() {
            return given().header("X-Rapport-Tenant", tenant).header("X-Rapport-Person", name)
                    .contentType(ContentType.JSON);
        }

        ValidatableResponse get(String path) {
            return asking().get("/rulebooks" + path).then();
        }

        ValidatableResponse delete(String path) {
            return asking().delete("/rulebooks" + path).then();
        }

        JsonPath inForce() {
            return asking().get("/rulebook").jsonPath();
        }

        ValidatableResponse post(String path, String body) {
            return asking().body(body).post("/rulebooks" + path).then();
        }

        int draft() {
            return post("/versions", "{\"why\": \"try something\"}").statusCode(201).extract().path("number");
        }

        ValidatableResponse save(int number, int edition, String rule) {
            return save(number, edition, Map.of("behaviours/a.rules", rule, "examples/B90.yaml", EXAMPLES));
        }

        ValidatableResponse save(int number, int edition, Map<String, String> files) {
            return asking().body(Map.of("edition", edition, "files", files))
                    .put("/rulebooks/versions/" + number + "/files").then();
        }

        ValidatableResponse step(int number, String step, int edition) {
            return post("/versions/" + number + "/" + step,
                    "{\"edition\": %d, \"why\": \"it is time\"}".formatted(edition));
        }

        /** @return number of a version at edition 3 */
        int checked(String rule) {
            int number = draft();
            save(number, 1, rule).statusCode(200);
            step(number, "check", 2).statusCode(200).body("version.state", equalTo("checked"));
            return number;
        }

        int released(Manager second, String rule) {
            int number = checked(rule);
            second.step(number, "approval", 3).statusCode(200);
            step(number, "release", 4).statusCode(200).body("state", equalTo("live"));
            return number;
        }
    }
}
