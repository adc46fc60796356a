package dev.rapport.rules.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Event;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.events.Role;
import dev.rapport.events.ShadowObserved;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.figures.Figures.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What became of each rule, as a manager's client reads it. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class FiguresResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Figures figures;

    private void told(LocalDate day, Event... events) {
        figures.take(Stream.of(events).map(event -> new Told(event, day)).toList());
    }

    private static BehaviourObserved seen(String rule, String talk, String learner, int turn) {
        return new BehaviourObserved("rest", talk, learner, turn, rule, "0123456789ab", "ba9876543210", "streak",
                Polarity.GROW, Clarity.CLEAR,
                List.of(new Evidence(turn, Role.LEARNER, Evidence.Part.ACT, "Is it?", 0, 6, null, null)),
                List.of("it is"), "nothing", false, null);
    }

    private static ReactionGiven said(String learner, Reaction reaction) {
        return new ReactionGiven("rest", learner, "m-" + learner, "B20", "0123456789ab", "rest/t/turn/1/B20", reaction,
                Instant.now());
    }

    private static ValidatableResponse get(String tenant, String path) {
        return given().header("X-Rapport-Tenant", tenant).header("X-Rapport-Person", "ada").get("/rulebooks" + path)
                .then();
    }

    @Test
    void eachRuleIsToldWithItsHitsItsLearnersAndWhatTheySaid() {
        told(TODAY, seen("B20", "t1", "ann", 3), seen("B20", "t1", "ann", 5), seen("B20", "t2", "bob", 3),
                seen("B01", "t1", "ann", 7), said("ann", Reaction.HELPFUL), said("bob", Reaction.NOT_RIGHT),
                said("cem", Reaction.HELPFUL), said("dee", Reaction.HELPFUL), said("eli", Reaction.DELIBERATE),
                said("flo", Reaction.STOP));
        told(TODAY.minusDays(40), seen("B20", "t0", "old", 3));

        get("rest", "/figures").statusCode(200).body("since", equalTo(TODAY.minusDays(29).toString()))
                .body("rules.rule", contains("B01", "B20"))
                .body("rules[0].hits", equalTo(1)).body("rules[0].disputed", nullValue())
                .body("rules[1]", equalTo(Map.of("rule", "B20", "hits", 3, "learners", 2, "helpful", 3, "deliberate",
                        1, "notRight", 1, "stopped", 1, "disputed", 0.25f)));
        get("rest", "/figures?days=41").body("since", equalTo(TODAY.minusDays(40).toString())).body("rules[1].hits",
                equalTo(4));
        get("nobody", "/figures").statusCode(200).body("rules", empty());
    }

    @Test
    void aNumberOfDaysThatCannotBeIsToldByItsName() {
        for (String days : List.of("0", "-1", "3661")) {
            get("rest", "/figures?days=" + days).statusCode(400).contentType("application/problem+json")
                    .body("type", equalTo("https://rapport.dev/problems/bad-request"))
                    .body("errors[0].field", equalTo("days"))
                    .body("errors[0].todo", equalTo("send a number from 1 to 3660"));
        }
        get("rest", "/figures?days=3660").statusCode(200);
    }

    @Test
    void aVersionInTheShadowIsToldWithItsTalks() {
        told(TODAY, new ShadowObserved("shade-rest", "t1", "ann", 7, "ba9876543210", Map.of("B20", 2)),
                new ShadowObserved("shade-rest", "t2", "bob", 7, "ba9876543210", Map.of()));

        get("shade-rest", "/versions/7/shadow/figures").statusCode(200).body("talks", equalTo(2))
                .body("hits", equalTo(Map.of("B20", 2))).body("talksWithHits", equalTo(Map.of("B20", 1)));
        get("shade-rest", "/versions/8/shadow/figures").statusCode(200).body("talks", equalTo(0)).body("hits",
                anEmptyMap());
        get("other", "/versions/7/shadow/figures").body("talks", equalTo(0));
    }
}
