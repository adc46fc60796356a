package dev.rapport.rules.proposal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.PastTurn;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NearMissTest {

    private static final RulebookFiles FILES = RulebookFolder.contents(Path.of("../rules")).files();
    private static final TextReader READER = new TextReader();
    private static final Judge JUDGE = new Judge(read(FILES));

    private static final PastTalk STREAK = talk(false, "partner: Good to see you, Lena.",
            "learner: Good to see you too, Paul. Shall we look at the plan?", "partner: Gladly.",
            "partner: The rollout has been slow.", "learner: Is it live already?", "partner: In two of the shops, yes.",
            "learner: Did Paul's managers agree?", "partner: Most of them. Priya did not, call me on 0161 4960000.",
            "learner: Are you happy with it?", "partner: Not \"really\".");

    @Test
    void itIsAsShortAsTheRuleStillFires() {
        NearMiss miss = NearMiss.of(STREAK, 9, "B20", JUDGE, READER);

        assertThat(miss.firesYet()).isTrue();
        assertThat(miss.turns()).hasSize(5).extracting(Example.Line::role).containsExactly(Role.LEARNER, Role.PARTNER,
                Role.LEARNER, Role.PARTNER, Role.LEARNER);
        assertThat(miss.turns().get(0).text()).isEqualTo("Is it live already?");
        assertThat(miss.kind()).isEqualTo("support");
    }

    @Test
    void nobodysNameIsLeftInIt() {
        String yaml = NearMiss.of(STREAK, 9, "B20", JUDGE, READER).yaml("x");

        assertThat(yaml).doesNotContain("Paul").doesNotContain("Lena").doesNotContain("Priya")
                .doesNotContain("4960000").contains("Did Robin's managers agree?");
    }

    @Test
    void aTurnWhereTheRuleDoesNotFireIsShownWithWhatCameBefore() {
        NearMiss miss = NearMiss.of(STREAK, 5, "B20", JUDGE, READER);

        assertThat(miss.firesYet()).isFalse();
        assertThat(miss.turns()).hasSize(5);
    }

    @Test
    void aTurnThatWasNeverSpokenIsNoExample() {
        assertThatThrownBy(() -> NearMiss.of(STREAK, 11, "B20", JUDGE, READER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsAddedIsReadAsWrittenAndEveryOtherLineStays() {
        String file = FILES.text("examples/B20.yaml");
        for (PastTalk talk : List.of(STREAK,
                talk(true, "learner: Is it \"on\"?\n", "partner: C:\\temp # 'no' \t{x}: - y",
                        "learner: Did it work?", "partner: é\u0007 \uD83D\uDE00", "learner: Are you sure?"))) {
            int last = talk.turns().get(talk.turns().size() - 1).turn().number();
            NearMiss miss = NearMiss.of(talk, last, "B20", JUDGE, READER);
            String added = NearMiss.added(file, "B20", miss.yaml("said \"not right\""));

            Example example = read(FILES.with("examples/B20.yaml", added)).examples().stream()
                    .filter(e -> e.name().equals("said \"not right\"")).findFirst().orElseThrow();
            assertThat(example.fires()).isFalse();
            assertThat(example.kind()).isEqualTo(miss.kind());
            assertThat(example.turns()).hasSameSizeAs(miss.turns());
            for (int i = 0; i < miss.turns().size(); i++) {
                assertThat(example.turns().get(i).text().strip()).isEqualTo(tidy(miss.turns().get(i).text()));
                assertThat(example.turns().get(i).startMillis()).isEqualTo(miss.turns().get(i).startMillis());
            }
            List<String> left = new ArrayList<>(added.lines().toList());
            List<String> item = miss.yaml("said \"not right\"").lines().toList();
            int at = left.indexOf(item.get(0));
            List<String> more = left.subList(at, at + item.size());
            assertThat(more).containsExactlyElementsOf(item);
            more.clear();
            assertThat(left).containsExactlyElementsOf(file.lines().toList());
        }
    }

    @Test
    void nearMissesThatAreNotLastStayWhereTheyAre() {
        String file = "rule: B20\nnearMisses: # what it must leave alone\n  - name: a\n    turns:\n      - \"learner: b\"\n\n# fires\nfires:\n  - name: c\n";

        assertThat(NearMiss.added(file, "B20", "  - name: d\n    turns:\n      - \"learner: e\"\n"))
                .isEqualTo("rule: B20\nnearMisses: # what it must leave alone\n  - name: a\n    turns:\n"
                        + "      - \"learner: b\"\n  - name: d\n    turns:\n      - \"learner: e\"\n\n# fires\nfires:\n"
                        + "  - name: c\n");
    }

    @Test
    void aRuleWithoutAFileGetsOne() {
        assertThat(NearMiss.added(null, "B99", "  - name: d\n"))
                .isEqualTo("rule: B99\nnearMisses:\n  - name: d\n");
    }

    /** What YAML has no sign for is a space. */
    private static String tidy(String text) {
        return text.replaceAll("[\\x00-\\x1f]", " ").strip();
    }

    private static PastTalk talk(boolean timed, String... lines) {
        List<PastTurn> turns = new ArrayList<>();
        for (String line : lines) {
            int number = turns.size() + 1;
            boolean learner = line.startsWith("learner: ");
            String text = line.substring(line.indexOf(' ') + 1);
            turns.add(new PastTurn(new Turn(number, learner ? Role.LEARNER : Role.PARTNER,
                    learner ? "Lena Berg" : "Paul Orr", text, timed ? 1_000L * number : null,
                    timed ? 1_000L * number + 900 : null, null), READER.read(text)));
        }
        return new PastTalk(new ConversationOpened("local", "c", "lena",
                List.of(new Participant("Lena Berg", Role.LEARNER), new Participant("Paul Orr", Role.PARTNER)),
                "support", null, "en", new Consent(true, Consent.COACHING, null), Instant.EPOCH), Instant.EPOCH,
                turns);
    }

    private static Rulebook read(RulebookFiles files) {
        Reading reading = RulebookReader.read(files);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).rulebook();
    }
}
