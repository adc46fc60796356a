package dev.rapport.rules.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Topics;
import dev.rapport.parts.RunningKafka;
import dev.rapport.parts.RunningPostgres;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.rulebook.RulebookFolder;

import static dev.rapport.rules.Patience.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged service with a broker that comes and goes and rules that change. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesServiceIT {

    /** It takes less than two seconds on a machine that has time; a build has little. */
    private static RunningKafka kafka;
    private static RunningPostgres database;
    private static RulesService service;
    private static Path rules;
    private static Path closedStreak;

    @BeforeAll
    static void startWithoutABroker(@TempDir Path folder) throws IOException {
        rules = RulesService.copyOf(Path.of("..", "rules"), folder.resolve("rules"));
        try (var files = Files.list(rules.resolve("behaviours"))) {
            closedStreak = files.filter(f -> text(f).contains("closed questions in a row")).findFirst().orElseThrow();
        }
        kafka = RunningKafka.start();
        kafka.createTopics();
        kafka.goAway();
        database = RunningPostgres.start();
        service = new RulesService(kafka.bootstrapServers(), database, rules, folder).start();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Talk twoClosedQuestions(String id) {
        return Talk.called(id).in("en").partner("We moved the whole warehouse to Leeds in March.")
                .learner("Is it live?").partner("Yes, since May, with all eleven suppliers.")
                .learner("Did they agree to the new slots?").partner("Most of them did after a while.")
                .learner("Thank you, that is good to know.");
    }

    private static List<String> judged(Talk talk) {
        return Topic.ids(Topic.judged(kafka.bootstrapServers(), talk));
    }

    @Test
    @Order(1)
    void withoutABrokerItLivesAndIsNotReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> service.health("live") == 200);
        assertThat(service.health("ready")).isEqualTo(503);
        await().atMost(Duration.ofSeconds(60)).until(() -> !service.rulebook().path("version").isNull());
    }

    @Test
    @Order(2)
    void itBeginsWhenTheBrokerComes() throws Exception {
        kafka.comeBack();
        service.waitUntilReady();
        assertThat(judged(twoClosedQuestions("first"))).doesNotContain("turn/4/B20").endsWith("judged");
        assertThat(service.metrics()).contains("rapport_turns_judged_total{tenant=\"local\"} 6.0")
                .contains("rapport_rulebook_age_seconds");
    }

    @Test
    @Order(3)
    void aChangedThresholdTakesEffectWithoutARestart() throws Exception {
        String before = service.rulebook().path("version").textValue();
        Files.writeString(closedStreak, text(closedStreak).replace("at least 3 closed questions in a row",
                "at least 2 closed questions in a row"));
        long began = System.nanoTime();
        soon().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> !service.rulebook().path("version").textValue().equals(before));
        System.out.printf("a changed rule took effect after %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(judged(twoClosedQuestions("second"))).contains("turn/4/B20").endsWith("judged");
    }

    @Test
    @Order(4)
    void aFaultChangesNothingAndIsShownWithItsPlace() throws Exception {
        String before = service.rulebook().path("version").textValue();
        String good = text(closedStreak);
        String bad = good.replace("at least 2 closed questions in a row", "at least 2 clsoed questions in a row");
        Files.writeString(closedStreak, bad);
        soon().until(() -> service.rulebook().path("refused").isObject());

        JsonNode rulebook = service.rulebook();
        assertThat(rulebook.path("version").textValue()).isEqualTo(before);
        JsonNode error = rulebook.path("refused").path("errors").path(0);
        int at = bad.indexOf("clsoed");
        assertThat(error.path("file").textValue()).isEqualTo(rules.relativize(closedStreak).toString());
        assertThat(error.path("line").intValue()).isEqualTo((int) bad.substring(0, at).lines().count());
        assertThat(error.path("column").intValue()).isEqualTo(at - bad.lastIndexOf('\n', at));
        assertThat(error.path("todo").textValue()).contains("closed question");
        assertThat(judged(twoClosedQuestions("third"))).contains("turn/4/B20");

        Files.writeString(closedStreak, good);
        soon().until(() -> service.rulebook().path("refused").isNull());
    }

    @Test
    @Order(5)
    void aBrokerThatGoesTakesReadinessAndNothingElse() throws Exception {
        Talk talk = twoClosedQuestions("fourth");
        try (Topic.Turns turns = new Topic.Turns(kafka.bootstrapServers())) {
            turns.send(talk.opened());
            talk.turns().subList(0, 3).forEach(turns::send);
            turns.flush();
        }
        kafka.goAway();
        await().atMost(Duration.ofSeconds(20)).until(() -> service.health("ready") == 503);
        assertThat(service.health("live")).isEqualTo(200);

        kafka.comeBack();
        service.waitUntilReady();
        assertThat(judged(talk)).contains("turn/4/B20").endsWith("judged").doesNotHaveDuplicates();
    }

    @Test
    @Order(6)
    void whatIsTornIsADeadLetter() throws Exception {
        Event stray = twoClosedQuestions("never-opened").turn(1);
        try (Topic.Turns turns = new Topic.Turns(kafka.bootstrapServers());
                Topic.Reader dead = new Topic.Reader(kafka.bootstrapServers(), Topics.deadLetter(Topics.TURNS))) {
            turns.send(stray);
            turns.flush();
            dead.waitUntil("a dead letter", all -> !all.isEmpty());
            assertThat(dead.soFar().get(0).value()).isEqualTo(new String(EventJson.write(stray), "UTF-8"));
            assertThat(dead.soFar().get(0).headers()).containsEntry("rapport_reason",
                    "the conversation was never opened");
        }
    }

    @Test
    @Order(7)
    void anotherLanguageIsNotJudged() throws Exception {
        Talk talk = Talk.called("fifth")
                .partner("Wir haben das ganze Lager im März nach Leeds verlegt, und das war eine "
                        + "lange Geschichte mit vielen Lieferanten.")
                .learner("Läuft es denn jetzt, oder gibt es noch Probleme?")
                .partner("Es läuft seit Mai, und die meisten sind inzwischen zufrieden damit.");
        assertThat(judged(talk)).containsExactly("judged");
        try (Topic.Reader observations = new Topic.Reader(kafka.bootstrapServers(), Topics.OBSERVATIONS)) {
            observations.waitUntil("its judgement",
                    all -> all.stream().anyMatch(e -> e.id().equals("local/fifth/judged")));
            Topic.Entry entry = observations.byKey().get("local/fifth").get(0);
            assertThat(EventJson.read(entry.value().getBytes("UTF-8"), ConversationJudged.class).cannotJudge())
                    .isEqualTo("it is in German (de), and only English can be judged yet");
        }
    }

    @Test
    @Order(8)
    void anObservationNamesItsRulebook() throws Exception {
        String version = service.rulebook().path("version").textValue();
        judged(twoClosedQuestions("sixth"));
        try (Topic.Reader observations = new Topic.Reader(kafka.bootstrapServers(), Topics.OBSERVATIONS)) {
            observations.waitUntil("its observation",
                    all -> all.stream().anyMatch(e -> e.id().equals("local/sixth/turn/4/B20")));
            Topic.Entry entry = observations.byKey().get("local/sixth").stream()
                    .filter(e -> e.id().endsWith("/B20")).findFirst().orElseThrow();
            BehaviourObserved observed = EventJson.read(entry.value().getBytes("UTF-8"), BehaviourObserved.class);
            assertThat(observed.rulebookVersion()).isEqualTo(version);
            assertThat(observed.ruleVersion()).matches("[0-9a-f]{12}");
            assertThat(observed.because()).isNotEmpty();
        }
    }

    /** The tenant's own rulebook is that of the repository, while the folder asks for two closed questions only. */
    private static int released(String tenant) {
        JsonNode draft = service.asked(tenant, "ada", "POST", "/rulebooks/versions", Map.of("why", "our own"));
        int number = draft.path("number").intValue();
        String version = "/rulebooks/versions/" + number;
        service.asked(tenant, "ada", "PUT", version + "/files", Map.of("edition", 1, "files",
                RulebookFolder.contents(Path.of("..", "rules")).files().texts()));
        JsonNode check = service.asked(tenant, "ada", "POST", version + "/check", Map.of("edition", 2));
        assertThat(check.path("faults")).isEmpty();
        service.asked(tenant, "ben", "POST", version + "/approval", Map.of("edition", 3));
        service.asked(tenant, "ada", "POST", version + "/release", Map.of("edition", 4, "why", "it is time"));
        return number;
    }

    @Test
    @Order(9)
    void aReleaseInTheMiddleOfAnUploadLosesNoTurnAndEndsInOneRulebook() throws Exception {
        Talk talk = LongTalks.of("acme", "seventh", 300, 7);
        String before = service.rulebook().path("version").textValue();
        try (Topic.Turns turns = new Topic.Turns(kafka.bootstrapServers());
                Topic.Reader observations = new Topic.Reader(kafka.bootstrapServers(), Topics.OBSERVATIONS)) {
            turns.send(talk.opened());
            talk.turns().subList(0, 150).forEach(turns::send);
            turns.flush();
            observations.waitUntil("observations by the default rulebook",
                    all -> all.stream().anyMatch(e -> e.key().equals("acme/seventh") && e.value().contains(before)));

            int number = released("acme");
            String own = service.asked("acme", "ada", "GET", "/rulebooks/versions/" + number, null).path("observedAs")
                    .textValue();
            assertThat(own).isNotEqualTo(before);
            long began = System.nanoTime();
            soon().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> own.equals(
                    service.asked("acme", "ada", "GET", "/rulebook", null).path("version").textValue()));
            System.out.printf("a release was in force %d ms after its answer%n",
                    (System.nanoTime() - began) / 1_000_000);
            talk.turns().subList(150, 300).forEach(turns::send);
            turns.send(talk.closed());
            turns.flush();
            observations.waitUntil("the talk judged",
                    all -> all.stream().anyMatch(e -> e.id().equals("acme/seventh/judged")));

            List<Topic.Entry> all = observations.byKey().get("acme/seventh");
            ConversationJudged judged = EventJson.read(all.get(all.size() - 1).value().getBytes("UTF-8"),
                    ConversationJudged.class);
            assertThat(judged.turns()).isEqualTo(300);
            assertThat(judged.rulebookVersion()).isEqualTo(own);
            assertThat(service.rulebook().path("version").textValue()).as("the default stays").isEqualTo(before);
        }
    }
}
