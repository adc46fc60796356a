package dev.rapport.rules.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.events.ConversationJudged;
import dev.rapport.events.EventJson;
import dev.rapport.events.Keys;
import dev.rapport.events.Topics;
import dev.rapport.parts.RunningKafka;
import dev.rapport.parts.RunningPostgres;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;

import static dev.rapport.rules.Patience.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a version that somebody releases: from its manager's client to the topics and back. */
class ReleaseIT {

    /** Looks at every turn before for each thing that a turn names. */
    private static final String RUNAWAY = """
            rule "An old detail again"
              code B90
              owner "Olga of Enablement"
              when the speaker is the learner
               and the turn returns to a detail the other side gave at least 2 turns ago
              then observe "old detail" as something to keep, clearly
            """;

    private static final String OTHER = """
            rule "A turn of the learner"
              code B91
              owner "Otto of Enablement"
              when the speaker is the learner
               and the turn has at least 4 words
              then observe "a sentence" as something to keep, clearly
            """;

    private static final String EXAMPLES_OF_RUNAWAY = """
            rule: B90
            fires:
              - {name: harbour, at: 4, turns: ["partner: We moved to the harbour.", "learner: Go on.", "partner: It rained.", "learner: How is the harbour?"]}
              - {name: garden, at: 4, turns: ["partner: I love my garden.", "learner: Go on.", "partner: It rained.", "learner: How is the garden?"]}
              - {name: office, at: 4, turns: ["partner: We left the office.", "learner: Go on.", "partner: It rained.", "learner: How is the office?"]}
            nearMisses:
              - {name: at once, turns: ["partner: We moved to the harbour.", "learner: How is the harbour?"]}
              - {name: another, turns: ["partner: I love my garden.", "learner: Go on.", "partner: It rained.", "learner: How is the library?"]}
              - {name: the partner, turns: ["partner: We left the office.", "learner: Go on.", "partner: The office."]}
            """;

    private static final String EXAMPLES_OF_OTHER = """
            rule: B91
            fires:
              - {name: one, at: 1, turns: ["learner: It went very well."]}
              - {name: two, at: 1, turns: ["learner: That was a long week."]}
              - {name: three, at: 1, turns: ["learner: What do you think?"]}
            nearMisses:
              - {name: a word, turns: ["learner: Fine."]}
              - {name: three words, turns: ["learner: It went well."]}
              - {name: the partner, turns: ["partner: It went very well."]}
            """;

    private static final String QUESTIONS = "behaviours/questions.rules";
    /** It takes a second or two on a machine that has time; a build has little. */

    private static RunningKafka kafka;
    private static RunningPostgres database;
    private static RulesService service;
    private static Path rules;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        rules = RulesService.copyOf(Path.of("..", "rules"), folder.resolve("rules"));
        kafka = RunningKafka.start();
        kafka.createTopics();
        database = RunningPostgres.start();
        service = new RulesService(kafka.bootstrapServers(), database, rules, folder).startAndWait();
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[]{service, kafka, database}) {
            if (each != null) {
                try {
                    each.close();
                } catch (Exception gone) {
                    throw new IllegalStateException(gone);
                }
            }
        }
    }

    /** Names many things, none of them twice and none that were named before. */
    private static String manyDetails(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "the " + word(i)).collect(Collectors.joining(" and ")) + ".";
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("gar");
        for (int left = number + 400; left > 0; left /= 20) {
            word.append("bdfgklmnprstvwzcjhqx".charAt(left % 20)).append('o');
        }
        return word.append("dor").toString();
    }

    /** After so many turns that each thing named in the last ones is looked for in all of them. */
    private static Talk longTalk(String id) {
        Talk talk = Talk.called("runaway", id).in("en");
        for (int i = 0; i < 300; i++) {
            talk.partner("So it went.");
        }
        for (int i = 0; i < 3; i++) {
            talk.learner(manyDetails(i * 400, (i + 1) * 400)).partner("So it went.");
        }
        return talk.learner("That was a lot of it.");
    }

    private static final Map<String, String> TWO_RULES = Map.of("behaviours/a.rules", RUNAWAY + OTHER,
            "examples/B90.yaml", EXAMPLES_OF_RUNAWAY, "examples/B91.yaml", EXAMPLES_OF_OTHER);

    /** Somebody at a client. */
    private record Manager(String tenant, String name) {

        JsonNode get(String path) {
            return service.asked(tenant, name, "GET", path, null);
        }

        JsonNode post(String path, Object body) {
            return service.asked(tenant, name, "POST", path, body);
        }

        int draft(Map<String, String> files) {
            int number = post("/rulebooks/versions", Map.of("why", "our own")).path("number").intValue();
            service.asked(tenant, name, "PUT", "/rulebooks/versions/" + number + "/files",
                    Map.of("edition", 1, "files", files));
            return number;
        }

        /** @return number of a version at edition 3 */
        int checked(Map<String, String> files) {
            int number = draft(files);
            assertThat(post("/rulebooks/versions/" + number + "/check", Map.of("edition", 2)).path("faults"))
                    .isEmpty();
            return number;
        }

        int released(Map<String, String> files) {
            int number = checked(files);
            String version = "/rulebooks/versions/" + number;
            new Manager(tenant, "ben").post(version + "/approval", Map.of("edition", 3));
            post(version + "/release", Map.of("edition", 4, "why", "it is time"));
            untilInForce(number);
            return number;
        }

        void untilInForce(int number) {
            soon().until(() -> get("/rulebook").path("number").intValue() == number);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
    }

    private static List<Topic.Entry> judged(Talk talk) {
        return Topic.judged(kafka.bootstrapServers(), talk);
    }

    private static ConversationJudged lastWord(List<Topic.Entry> entries) {
        try {
            return EventJson.read(entries.get(entries.size() - 1).value().getBytes(StandardCharsets.UTF_8),
                    ConversationJudged.class);
        } catch (EventJson.UnreadableEvent unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aRuleThatRunsAwayIsStoppedAndSilencedItsOwnerIsToldAndTheOthersGoOn() {
        Manager ada = new Manager("runaway", "ada");
        ada.released(TWO_RULES);

        List<Topic.Entry> first = judged(longTalk("first"));

        assertThat(Topic.ids(first)).containsExactly("turn/301/B91", "turn/303/B91", "turn/305/B91", "turn/307/B91",
                "judged");
        assertThat(lastWord(first).judged()).containsExactly("B91");
        assertThat(lastWord(first).notJudged()).hasEntrySatisfying("B90", why -> assertThat(why)
                .isIn("this took too much work and was given up",
                        "the rule is silenced, because it took too much work"));
        soon().until(() -> texts(ada.get("/rulebook").path("silenced")).equals(List.of("B90")));
        JsonNode silenced = ada.get("/rulebooks/silenced").path("silenced");
        assertThat(silenced).hasSize(1);
        assertThat(silenced.path(0).path("owner").textValue()).isEqualTo("Olga of Enablement");
        assertThat(silenced.path(0).path("what").textValue())
                .isEqualTo("the turn returns to a detail the other side gave at least 2 turns ago");
        JsonNode deed = ada.get("/rulebooks/history?limit=1").path("deeds").path(0);
        assertThat(deed.path("deed").textValue()).isEqualTo("SILENCED");
        assertThat(deed.path("why").textValue()).isEqualTo("B90 \"An old detail again\" of Olga of Enablement took too"
                + " much work: the turn returns to a detail the other side gave at least 2 turns ago");
        assertThat(service.metrics()).contains("rapport_rules_stopped_total{rule=\"B90\",tenant=\"runaway\"} 3.0");

        List<Topic.Entry> second = judged(longTalk("second"));

        assertThat(Topic.ids(second)).isEqualTo(Topic.ids(first));
        assertThat(lastWord(second).notJudged())
                .isEqualTo(Map.of("B90", "the rule is silenced, because it took too much work"));
        assertThat(service.metrics()).contains("rapport_rules_stopped_total{rule=\"B90\",tenant=\"runaway\"} 3.0");
        System.out.printf("of %d turns, the one that took longest: %s%n", longTalk("second").turns().size() * 2,
                service.metrics().lines().filter(line -> line.startsWith("rapport_judge_time_seconds_max"))
                        .collect(Collectors.joining()));
    }

    @Test
    void aVersionInTheShadowIsCountedAndTellsNobody() {
        Manager ada = new Manager("shadowed", "ada");
        int number = ada.checked(TWO_RULES);
        ada.post("/rulebooks/versions/" + number + "/shadow", Map.of("edition", 3, "why", "how often"));
        soon().until(() -> ada.get("/rulebook").path("shadow").intValue() == number);

        List<Topic.Entry> told = judged(Talk.called("shadowed", "first").in("en").partner("We moved to the harbour.")
                .learner("Go on.").partner("It rained.").learner("How is the harbour? Is it dry?"));

        String rulebook = ada.get("/rulebook").path("version").textValue();
        assertThat(told).allSatisfy(entry -> assertThat(entry.value()).contains(rulebook));
        assertThat(Topic.ids(told)).noneMatch(id -> id.endsWith("/B90") || id.endsWith("/B91")).endsWith("judged");
        String figures = "/rulebooks/versions/" + number + "/shadow/figures";
        soon().until(() -> ada.get(figures).path("talks").intValue() == 1);
        assertThat(ada.get(figures).toString()).isEqualTo(
                "{\"talks\":1,\"hits\":{\"B90\":1,\"B91\":1},\"talksWithHits\":{\"B90\":1,\"B91\":1}}");
        assertThat(ada.get("/rulebook").path("number").isNull()).isTrue();
    }

    @Test
    void whatTheTopicLostIsToldAgain() throws Exception {
        Manager ada = new Manager("lost", "ada");
        int number = ada.released(TWO_RULES);
        int release = ada.get("/rulebook").path("release").intValue();
        service.kill();
        try (Admin broker = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            broker.deleteTopics(List.of(Topics.RULEBOOKS)).all().get();
            soon().until(() -> !broker.listTopics().names().get().contains(Topics.RULEBOOKS));
        }
        kafka.createTopics();

        service.startAndWait();

        ada.untilInForce(number);
        assertThat(ada.get("/rulebook").path("release").intValue()).isEqualTo(release);
        try (Topic.Reader releases = new Topic.Reader(kafka.bootstrapServers(), Topics.RULEBOOKS)) {
            String id = Keys.rulebook("lost") + "/release/" + release;
            releases.waitUntil("its release", all -> all.stream().anyMatch(e -> e.id().equals(id)));
        }
    }

    private static String inQuestions(RulebookFiles files, String... changes) {
        String text = files.text(QUESTIONS);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).containsOnlyOnce(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    @Test
    void aTenantKeepsItsValuesAndHearsWhatAChangeOfTheDefaultMeansForEach() throws IOException {
        Manager ada = new Manager("heir", "ada");
        RulebookFiles house = RulebookFolder.contents(rules).files();
        String streak = "at least 3 closed questions in a row";
        String often = "at least 5 questions by the learner in the last 8 turns";
        int number = ada.draft(house.with(QUESTIONS, inQuestions(house, streak, streak.replace("3", "4"), often,
                often.replace("5", "6"))).texts());
        String version = "/rulebooks/versions/" + number;
        assertThat(ada.get(version + "/inheritance").path("words").textValue().lines()).containsExactly(
                "Rule B19: you changed it and the default did not, so yours stays.",
                "Rule B20: you changed it and the default did not, so yours stays.");

        String before = ada.get("/rulebook").path("version").textValue();
        RulebookFiles next = house.with(QUESTIONS, inQuestions(house, streak, streak.replace("3", "2"))).with(
                "phrases/thanks.txt", house.text("phrases/thanks.txt") + "much obliged to you\n");
        Files.writeString(rules.resolve("phrases/thanks.txt"), next.text("phrases/thanks.txt"));
        Files.writeString(rules.resolve(QUESTIONS), next.text(QUESTIONS));
        soon().until(() -> {
            JsonNode now = ada.get("/rulebook");
            return !now.path("version").textValue().equals(before) && ada.get("/rulebooks/default/files")
                    .path("files").path("phrases/thanks.txt").textValue().equals(next.text("phrases/thanks.txt"));
        });

        assertThat(ada.get(version + "/inheritance").path("words").textValue().lines()).containsExactly(
                "Rule B19: you changed it and the default did not, so yours stays.",
                "Rule B20: you and the default changed it differently; yours stays until you decide.",
                "Phrase list thanks: the default changed it and you did not, so it is taken over.");
        ada.post(version + "/inheritance", Map.of("edition", 2));
        JsonNode files = ada.get(version + "/files").path("files");
        assertThat(files.path("phrases/thanks.txt").textValue()).isEqualTo(next.text("phrases/thanks.txt"));
        assertThat(files.path(QUESTIONS).textValue()).contains("at least 4 closed questions in a row",
                "at least 6 questions by the learner in the last 8 turns");
        assertThat(ada.get(version + "/inheritance").path("words").textValue().lines()).containsExactly(
                "Rule B19: you changed it and the default did not, so yours stays.",
                "Rule B20: you changed it and the default did not, so yours stays.");
    }
}
