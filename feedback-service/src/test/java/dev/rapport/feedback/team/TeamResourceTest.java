package dev.rapport.feedback.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.RulebookReleased;
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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What a team's leader and a works council are answered. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class TeamResourceTest {

    private static final List<String> SALES = List.of("ada", "bo", "cy", "di", "eve");
    private static final YearMonth LAST = Months.lastClosed(Instant.now());
    private static final YearMonth BEFORE = LAST.minusMonths(1);

    RunningKafka kafka;

    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;
    @Inject
    Messages messages;

    private int talks;

    @Test
    void aTeamIsJoinedFromTheNextMonthOnAndTheLastWordCounts() {
        LocalDate next = YearMonth.now(ZoneOffset.UTC).plusMonths(1).atDay(1);

        of("joins").get("/learners/ada/team").then().statusCode(200).body("team", nullValue());
        join("joins", "ada", "{\"team\": \"sales\"}").then().statusCode(200).body("team", equalTo("sales"))
                .body("from", equalTo(next.toString()));
        join("joins", "ada", "{\"team\": \"support\"}").then().statusCode(200);
        of("joins").get("/learners/ada/team").then().body("team", equalTo("support"));
        of("other").get("/learners/ada/team").then().body("team", nullValue());
        of("joins").delete("/learners/ada/team").then().statusCode(204);
        of("joins").get("/learners/ada/team").then().body("team", nullValue());
        of("joins").delete("/learners/nobody/team").then().statusCode(204);
        join("joins", "ada", "{}").then().statusCode(400).body("errors[0].field", equalTo("team"));
        join("joins", "ada", "{\"team\": \"a/b\"}").then().statusCode(400).body("errors[0].field", equalTo("team"));
    }

    @Test
    void aTeamStandsAgainstItsOwnMonthBefore() {
        SALES.forEach(l -> member("groups", l, "sales", BEFORE));
        SALES.subList(0, 4).forEach(l -> member("groups", l + "-2", "tiny", BEFORE));
        for (String learner : SALES) {
            talk("groups", learner, BEFORE, Map.of("B01", 1, "B20", 2, "B27", 2), null, "B20", Set.of());
            talk("groups", learner, BEFORE, Map.of("B20", 2, "B27", learner.equals("ada") ? 2 : 0), null, null,
                    Set.of());
            talk("groups", learner, LAST, Map.of("B01", 1, "B20", 2, "B27", 2), null, "B20", Set.of());
            talk("groups", learner, LAST, Map.of("B01", learner.equals("ada") ? 1 : 0), null, null, Set.of());
        }

        of("groups").get("/team?team=sales").then().statusCode(200).contentType(ContentType.JSON)
                .header("Cache-Control", equalTo("no-store")).body("month", equalTo(LAST.toString()))
                .body("teams", equalTo(List.of("sales"))).body("leastPeople", equalTo(5))
                .body("team.behaviours.find { it.rule == 'B01' }.seen", equalTo(Map.of("percent", 60, "bound",
                        "ABOUT")))
                .body("team.behaviours.find { it.rule == 'B01' }.before.percent", equalTo(50))
                .body("team.behaviours.find { it.rule == 'B01' }.change", equalTo(10))
                .body("team.behaviours.find { it.rule == 'B20' }.before", equalTo(Map.of("percent", 80, "bound",
                        "OR_MORE")))
                .body("team.behaviours.find { it.rule == 'B20' }.change", nullValue())
                .body("team.behaviours.find { it.rule == 'B05' }.seen", nullValue())
                .body("team.messages.most", nullValue()).body("rules[0].rule", equalTo("B20"))
                .body("rules[0].hits", equalTo(5)).body("rules[0].answers", nullValue())
                .body("experiment.state", equalTo("NONE"));
        String page = of("groups").accept("text/html").get("/team?team=sales").asString();
        assertThat(page).contains("10 points more", "10 points less");
        // a slot that nothing fills stands there in braces
        assertThat(page.replaceFirst("<meta name=\"htmx-config\"[^>]*>", "")).doesNotContain("{", "}");
        of("groups").get("/team?team=sales&month=" + BEFORE).then().statusCode(200)
                .body("team.behaviours.find { it.rule == 'B01' }.seen.percent", equalTo(50))
                .body("team.behaviours.find { it.rule == 'B01' }.before", nullValue());
        // too small and unknown are answered alike
        of("groups").get("/team?team=tiny").then().statusCode(404).body("type", containsString("no-such-team"));
        of("groups").get("/team?team=none").then().statusCode(404).body("type", containsString("no-such-team"));
        of("stranger").get("/team?team=sales").then().statusCode(404);
        of("groups").get("/team?month=" + YearMonth.now(ZoneOffset.UTC)).then().statusCode(400)
                .body("errors[0].field", equalTo("month"));
        of("groups").get("/team?team=a/b").then().statusCode(400).body("errors[0].field", equalTo("team"));
    }

    @Test
    void aMonthIsToldOnceAndNeverReckonedAgain() {
        SALES.forEach(l -> member("frozen", l, "sales", LAST));
        SALES.forEach(l -> talk("frozen", l, LAST, Map.of("B01", 1), "B01", null, Set.of()));
        SALES.forEach(l -> talk("frozen", l, LAST, Map.of(), null, null, Set.of()));
        SALES.forEach(l -> answer("frozen", l, "HELPFUL"));
        String first = of("frozen").get("/team?team=sales").then().statusCode(200)
                .body("rules[0].helpful.percent", equalTo(80)).extract().asString();

        talk("frozen", "ada", LAST, Map.of("B01", 1), "B01", null, Set.of());
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update reaction set reaction = 'NOT_RIGHT' where tenant = 'frozen'")
                    .executeUpdate();
            database.createNativeQuery("delete from message where tenant = 'frozen' and learner = 'bo'")
                    .executeUpdate();
        });

        assertThat(of("frozen").get("/team?team=sales").asString()).isEqualTo(first);
        join("frozen", "eve", "{\"team\": \"support\"}");
        assertThat(of("frozen").get("/team?team=sales").asString()).isEqualTo(first);
    }

    @Test
    void thePageIsTablesOfGroupsAndNamesNobody() {
        SALES.forEach(l -> member("paged", "learner-" + l, "field.west", LAST));
        SALES.forEach(l -> talk("paged", "learner-" + l, LAST, Map.of("B01", 1), "B01", null, Set.of()));

        String page = of("paged").accept("text/html").get("/team?team=field.west").then().statusCode(200)
                .contentType("text/html").header("Content-Security-Policy", containsString("script-src 'self'"))
                .extract().asString();
        assertThat(page).contains("Team field.west", "Skip to the figures", "80 % or more",
                "<th scope=\"row\">Follow-up question</th>", "role=\"region\" aria-labelledby=\"keep-title\"",
                "<label for=\"month\">", "cannot tell", "5 or more", "Nobody has measured it here yet")
                .doesNotContain("learner-", "ada", "<style", "style=", "onclick");
        of("paged").accept("text/html").get("/team").then().statusCode(200)
                .body(containsString("How the rules fare"), not(containsString("How much there is to read")));
        of("empty").accept("text/html").get("/team").then().statusCode(200)
                .body(containsString("No rule spoke to 5 people or more"));
        of("paged").accept("text/html").get("/team?team=nobody").then().statusCode(404);
        given().get("/learners/ada").then().body(containsString("Skip to the message"));
    }

    @Test
    void whatCameOfAnExperimentIsToldOnceItIsOver() {
        Instant since = Months.begin(LAST);
        Instant until = Instant.now().minus(Duration.ofHours(1));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "insert into experiment (tenant, seed, share, since, until) values ('measured', 7, 50, :since, :until)")
                .setParameter("since", since).setParameter("until", until).executeUpdate());
        for (int i = 0; i < 42; i++) {
            boolean left = i % 2 == 0;
            String learner = "l" + i;
            talk("measured", learner, LAST, Map.of("B27", 2), null, left ? null : "B27",
                    left ? Set.of("B27") : Set.of());
            // of those with a message two in three do it less, of those without one in three
            talk("measured", learner, LAST, i % 3 == 0 == left ? Map.of() : Map.of("B27", 2), null, null, Set.of());
        }

        of("measured").get("/team").then().statusCode(200).body("experiment.state", equalTo("OVER"))
                .body("experiment.changes", hasSize(1))
                .body("experiment.changes[0].rule", equalTo("B27")).body("experiment.changes[0].with", equalTo(67))
                .body("experiment.changes[0].without", equalTo(33))
                .body("experiment.changes[0].difference", equalTo(33)).body("experiment.changes[0].low", equalTo(3))
                .body("experiment.changes[0].high", equalTo(64)).body("experiment.changes[0].people", equalTo(20))
                .body("experiment.changes[0].lost", equalTo(0));
        of("measured").accept("text/html").get("/team").then()
                .body(containsString("truly between 3 and 64"), containsString("20 people or more"));
        of("measured").get("/team/export").then().body(containsString("33 points of the talks"));
    }

    @Test
    void whileAnExperimentRunsItIsTooEarlyToSay() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        of("waiting").contentType(ContentType.JSON).body("{\"share\": 20, \"until\": \"" + until + "\"}")
                .put("/experiment").then().statusCode(200);

        of("waiting").get("/team").then().body("experiment.state", equalTo("RUNNING"))
                .body("experiment.changes", hasSize(0));
        of("waiting").accept("text/html").get("/team").then().body(containsString("Too early to say."));
    }

    @Test
    void theExportOfTheHouseHasEveryRuleWithItsSentenceAndNoScript() {
        String export = of("council").get("/team/export").then().statusCode(200).contentType("text/html")
                .header("Content-Disposition", equalTo("attachment; filename=\"rapport-council-rules.html\""))
                .extract().asString();

        assertThat(export).contains("What is never done", "B20 Closed questions in a row", "<dd>Rapport</dd>",
                "and at least 3 closed questions in a row", "The smallest group is 5 people",
                "whoever writes rules can read them</dt><dd>90 days after their last word",
                "S01 ", "Nowhere. Each learner reads theirs", "only taken into account, never spoken of",
                "the default rulebook", "@media print {")
                .doesNotContain("<script", "src=", "<link", "@import", "{rule", "{#");
        assertThat(export.split("<article>")).hasSizeGreaterThan(31);
    }

    @Test
    void theExportOfATenantShowsTheRulesItReleased() {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            topics.release(new RulebookReleased("owners", 3, 12, "1", Map.of("behaviours/own.rules", """
                    rule "Ours <b>alone</b>"
                      code B20
                      owner "Sales & more"
                      when the turn is a closed question
                       and at least 4 closed questions in a row by the learner
                      then observe "closed-question streak" as something to grow, clearly
                    """, "acts/x.rules", "rule \"An act\"\n  code A01\n"), null, List.of("B20"), Instant.EPOCH));
            await().atMost(Duration.ofSeconds(30)).until(() -> messages.released("owners").isPresent());
        }

        of("owners").contentType(ContentType.JSON).body("{\"kind\": \"XAPI\", \"url\": \"http://127.0.0.1:9/xapi\","
                + " \"secret\": \"rapport:word\"}").put("/channels/records").then().statusCode(200);

        String export = of("owners").get("/team/export").asString();

        assertThat(export).contains("rulebook version 12", "Sales &amp; more", "at least 4 closed questions",
                "left out at present, because it ran away", "30 days after it began",
                "records, at 127.0.0.1: which behaviours, under another name for the learner and without words</li>")
                .doesNotContain("at least 3 closed questions", "<b>", "A01");
        assertThat(messages.released("council")).isEmpty();
    }

    @Test
    void theInterfaceIsDescribed() {
        given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200)
                .body("paths.'/team'.get.responses.'200'.content.'application/json'.examples.'a team'.value.month",
                        equalTo("2026-10"))
                .body("paths.'/team/export'.get", notNullValue())
                .body("paths.'/learners/{learner}/team'.put", notNullValue())
                .body("paths.'/experiment'.put.responses.'409'", notNullValue());
    }

    private void member(String tenant, String learner, String team, YearMonth from) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "insert into team_member (tenant, learner, team, from_month) values (:tenant, :learner, :team, :from)")
                .setParameter("tenant", tenant).setParameter("learner", learner).setParameter("team", team)
                .setParameter("from", from.atDay(1)).executeUpdate());
    }

    /** The next one of the month, an hour after the one before. */
    private void talk(String tenant, String learner, YearMonth month, Map<String, Integer> turns, String strength,
            String growth, Set<String> heldOut) {
        Instant at = Months.begin(month).plus(Duration.ofHours(++talks));
        Map<String, Integer> seen = new HashMap<>(turns);
        seen.values().removeIf(n -> n == 0);
        String past = write(new EarlierTalk(at, Set.of("B01", "B20", "B27"), seen, strength, growth, null,
                heldOut));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "insert into message (id, tenant, learner, conversation, kind, strength, growth, composed_at, content,"
                        + " past) values (:id, :tenant, :learner, :id, 'COACHING', :strength, :growth, :at, '{}', :past)")
                .setParameter("id", tenant + "-" + talks).setParameter("tenant", tenant)
                .setParameter("learner", learner).setParameter("strength", strength).setParameter("growth", growth)
                .setParameter("at", at).setParameter("past", past).executeUpdate());
    }

    /** To the strength of the learner's first message. */
    private void answer(String tenant, String learner, String reaction) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "insert into reaction (tenant, learner, message, point, reaction, given_at) select tenant, learner, id,"
                        + " 'STRENGTH', :reaction, composed_at from message where tenant = :tenant"
                        + " and learner = :learner and strength is not null order by composed_at limit 1")
                .setParameter("tenant", tenant).setParameter("learner", learner).setParameter("reaction", reaction)
                .executeUpdate());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Response join(String tenant, String learner, String body) {
        return of(tenant).contentType(ContentType.JSON).body(body).put("/learners/" + learner + "/team");
    }

    private static RequestSpecification of(String tenant) {
        return given().header("X-Rapport-Tenant", tenant);
    }
}
