package dev.rapport.rules.release;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.rapport.events.RulebookReleased;
import dev.rapport.events.ShadowRulebook;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.evaluation.Chat;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;

import static dev.rapport.rules.evaluation.Chat.chat;
import static org.assertj.core.api.Assertions.assertThat;

/** Which rules a tenant is judged by, release after release. */
class ReleasedRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Moment QUESTION = chat().learner("Is it live?").moment();
    private static final Map<String, String> HOUSE = texts("B10", "the turn has a question clause", "B11",
            "the turn has at least 1 word");
    private static final Map<String, String> OWN = texts("B90", "the turn has a question clause");
    private static final Map<String, String> TORN = Map.of("behaviours/a.rules", "rule \"No end");

    private RulesWatch.InForce house = inForce(HOUSE);
    private final Map<String, Map<String, String>> stopped = new TreeMap<>();
    private final ReleasedRules rules = new ReleasedRules(() -> Optional.ofNullable(house), stopped::put,
            Clock.fixed(NOON, ZoneOffset.UTC));

    /** Rules of codes and conditions, each with examples of the right form. */
    private static Map<String, String> texts(String... codesAndConditions) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < codesAndConditions.length; i += 2) {
            String code = codesAndConditions[i];
            texts.put("behaviours/" + code + ".rules",
                    "rule \"Of %s\" code %s owner \"Tests\" when the speaker is the learner and %s".formatted(code,
                            code, codesAndConditions[i + 1]) + " then observe \"b\" as something to grow\n");
            texts.put("examples/" + code + ".yaml", "rule: " + code
                    + "\nfires:\n  - {name: a, at: 1, turns: [\"learner: Is it?\"]}\nnearMisses:\n"
                    + "  - {name: b, turns: [\"learner: It is.\"]}\n");
        }
        return texts;
    }

    private static RulesWatch.InForce inForce(Map<String, String> texts) {
        RulebookFiles files = new RulebookFiles(new TreeMap<>(texts));
        Reading reading = RulebookReader.read(files);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return new RulesWatch.InForce(files, new RulesOfRulebook(new Judge(((Reading.Read) reading).rulebook())), 2,
                NOON);
    }

    private static RulebookReleased release(int release, Map<String, String> files, ShadowRulebook shadow,
            String... silenced) {
        return new RulebookReleased("acme", release, files == null ? null : 7, files == null
                ? null
                : Integer.toHexString(files.hashCode()), files, shadow, List.of(silenced), NOON);
    }

    private List<String> seen(String tenant) {
        return seen(rules.of(tenant).orElseThrow().judge(QUESTION));
    }

    private static List<String> seen(Verdicts verdicts) {
        return verdicts.seen().stream().map(Sighting::rule).sorted().toList();
    }

    @Test
    void aTenantIsJudgedByWhatItReleasedAndOthersByTheDefault() {
        assertThat(seen("acme")).containsExactly("B10", "B11");

        assertThat(rules.take(release(1, OWN, null))).isTrue();

        assertThat(seen("acme")).containsExactly("B90");
        assertThat(seen("other")).containsExactly("B10", "B11");
        assertThat(rules.releases()).isEqualTo(Map.of("acme", 1));
        assertThat(rules.own("acme")).hasValueSatisfying(own -> {
            assertThat(own.number()).isEqualTo(7);
            assertThat(own.codes()).containsExactly("B90");
            assertThat(own.since()).isEqualTo(NOON);
        });
        rules.take(release(2, null, null));
        assertThat(seen("acme")).as("the default again").containsExactly("B10", "B11");
    }

    @Test
    void anEarlierReleaseOrTheSameAgainChangesNothing() {
        rules.take(release(5, OWN, null));

        assertThat(rules.take(release(4, null, null))).isFalse();
        assertThat(rules.take(release(5, null, null))).isFalse();

        assertThat(seen("acme")).containsExactly("B90");
    }

    @Test
    void aReleaseThatCannotBeReadChangesNothingAndSaysSo() {
        rules.take(release(1, OWN, null));

        rules.take(release(2, TORN, null));
        assertThat(seen("acme")).containsExactly("B90");
        assertThat(rules.own("acme").orElseThrow().refused()).isEqualTo(2);
        assertThat(rules.releases()).isEqualTo(Map.of("acme", 1));

        rules.take(release(3, OWN, new ShadowRulebook(8, "8", TORN)));
        assertThat(rules.shadowOf("acme")).as("nor a shadow that cannot").isEmpty();

        rules.take(release(4, texts("B91", "the turn has a question clause"), null));
        assertThat(seen("acme")).containsExactly("B91");
        assertThat(rules.own("acme").orElseThrow().refused()).isNull();
    }

    @Test
    void aSilencedRuleIsLeftOutUnderTheSameVersionAndSaysWhy() {
        Map<String, String> two = texts("B90", "the turn has a question clause", "B91", "the turn has at least 1 word");
        rules.take(release(1, two, null));
        String version = rules.of("acme").orElseThrow().version();

        rules.take(release(2, two, null, "B90"));

        assertThat(seen("acme")).containsExactly("B91");
        assertThat(rules.of("acme").orElseThrow().version()).isEqualTo(version);
        assertThat(rules.of("acme").orElseThrow().judge(QUESTION).undecided())
                .isEqualTo(Map.of("B90", "the rule is silenced, because it took too much work"));
        rules.take(release(3, two, null));
        assertThat(seen("acme")).containsExactly("B90", "B91");
    }

    @Test
    void aRuleOfTheDefaultThatATenantSilencedStaysSilentWhenTheDefaultChanges() {
        rules.take(release(1, null, null, "B10"));
        assertThat(seen("acme")).containsExactly("B11");
        assertThat(seen("other")).containsExactly("B10", "B11");

        house = inForce(texts("B10", "the turn has a question clause", "B12", "the turn has at least 1 word"));
        rules.prepare();

        assertThat(seen("acme")).containsExactly("B12");
        assertThat(rules.of("acme").orElseThrow().version()).isEqualTo(house.rules().version());
        rules.take(release(2, null, null, "B12"));
        assertThat(seen("acme")).containsExactly("B10");
    }

    @Test
    void aShadowChangesNothingOfWhatIsInForce() {
        rules.take(release(1, OWN, null));
        var before = rules.of("acme");

        rules.take(release(2, OWN, new ShadowRulebook(8, "8", HOUSE)));

        assertThat(rules.of("acme")).as("not even built anew").isEqualTo(before);
        Shadow shadow = rules.shadowOf("acme").orElseThrow();
        assertThat(shadow.number()).isEqualTo(8);
        assertThat(seen(shadow.rules().judge(QUESTION))).containsExactly("B10", "B11");
        assertThat(rules.shadowOf("other")).isEmpty();
        rules.take(release(3, OWN, null));
        assertThat(rules.shadowOf("acme")).isEmpty();
    }

    @Test
    void aRuleThatTakesTooMuchWorkIsToldWithItsTenantAndOneInTheShadowIsNot() {
        String runaway = "the turn returns to a detail the other side gave at least 2 turns ago";
        Chat chat = chat();
        IntStream.range(0, 1_000).forEach(i -> chat.partner("Yes."));
        Moment endless = chat.learner(IntStream.range(0, 100).mapToObj(i -> "the " + "bdfgklmnprstvw".charAt(i % 14)
                + "ar" + "bdfgklmn".charAt(i / 14) + "or").collect(Collectors.joining(" and ")) + ".").moment();
        rules.take(release(1, OWN, new ShadowRulebook(8, "8", texts("B95", runaway))));
        assertThat(rules.shadowOf("acme").orElseThrow().rules().judge(endless).stopped()).containsOnlyKeys("B95");
        assertThat(stopped).isEmpty();

        rules.take(release(2, texts("B95", runaway, "B96", "the turn has at least 9 words"), null));

        assertThat(seen(rules.of("acme").orElseThrow().judge(endless))).containsExactly("B96");
        assertThat(stopped).isEqualTo(Map.of("acme", Map.of("B95", runaway)));
    }

    @Test
    void withoutAnyRulebookThereAreNoRules() {
        house = null;
        assertThat(rules.of("acme")).isEmpty();
        rules.take(release(1, null, null, "B10"));
        assertThat(rules.of("acme")).isEmpty();
    }
}
