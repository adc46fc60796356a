package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.rulebook.LanguagesFolder.Languages;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesFolderTest {

    private static final Path RULES = Path.of("..", "rules");
    private static final int EXAMPLES_EACH = 8;

    @TestFactory
    Stream<DynamicTest> everyExampleInEveryLanguageShowsWhatItSays() {
        Languages languages = LanguagesFolder.in(RULES);
        assertThat(languages.faults()).isEmpty();
        return languages.languages().values().stream().flatMap(language -> {
            ExamplesOf examples = new ExamplesOf(language.judge(), language.reader()::read);
            return language.rulebook().examples().stream().map(example -> DynamicTest.dynamicTest(
                    language.tag() + " " + example.rule() + ": " + example.name(),
                    () -> assertThat(examples.fault(example)).isEmpty()));
        });
    }

    @Test
    void everyGermanRuleIsShownEightTimesOnEitherSide() {
        Rulebook german = LanguagesFolder.in(RULES).of("de-CH").rulebook();
        assertThat(german.rules()).filteredOn(rule -> shown(german, rule, true) < EXAMPLES_EACH
                || shown(german, rule, false) < EXAMPLES_EACH).extracting(Rule::code).isEmpty();
        assertThat(german.rules()).extracting(rule -> ((Conclusion.TheTurnIs) rule.conclusion()).kind()).contains(
                "question", "open question", "closed question", "reflection", "advice", "thanks");
    }

    private static long shown(Rulebook rulebook, Rule rule, boolean firing) {
        return rulebook.examples().stream()
                .filter(example -> example.rule().equals(rule.code()) && example.fires() == firing).count();
    }

    @Test
    void whatIsWrongWithALanguageIsSaidWithItsPlace(@TempDir Path rules) throws IOException {
        write(rules, "languages/nl/words/stop-word.txt", "de\n");
        write(rules, "languages/nl/behaviours/b.rules", "nothing of this is read");
        write(rules, "languages/nl/acts/a.rules", """
                rule "Asks"
                  code B01
                  owner "Test"
                  source "made up"
                  review by 2027-05-01
                  when the speaker is the learner
                   and the turn contains "waarom"
                  then observe "asking" as something to keep, likely
                """);
        write(rules, "languages/en/acts/a.rules", "");
        write(rules, "languages/DE/acts/a.rules", "");
        write(rules, "languages/sv/phrases/tack.txt", "tack");
        write(rules, "languages/nl/examples/B01.yaml", """
                rule: B01
                fires:
                  - name: why
                    kind: one-to-one
                    at: 1
                    turns:
                      - "learner: Waarom?"
                nearMisses:
                  - name: because
                    kind: one-to-one
                    turns:
                      - "learner: Daarom."
                """);
        Languages languages = LanguagesFolder.in(rules);
        assertThat(languages.languages()).isEmpty();
        assertThat(languages.faults()).extracting(Fault::toString).containsExactly(
                "languages/DE:1:1: this is no tag of a language beside English, expected a tag such as de",
                "languages/en:1:1: this is no tag of a language beside English, expected a tag such as de",
                "languages/nl/acts/a.rules:1:1: only what a turn is can be said in another language than English, expected then the turn is ...",
                "languages/nl/words/stop-word.txt:1:1: the reader knows no list called \"stop-word\", expected one of "
                        + "\"closed-question-openings\", \"closed-question-words\", \"fillers\", \"lead-ins\", "
                        + "\"listener\", \"no-question-openings\", \"open-question-openings\", "
                        + "\"open-question-words\", \"question-tags\", \"stop-words\" and 5 more, "
                        + "did you mean \"stop-words\"?",
                "languages/sv/acts:1:1: there is no rule, expected rules in acts/*.rules");
    }

    /** What tenants store, send and compare is English; a service that watches the folder must not see other files there. */
    @Test
    void languagesAreNoPartOfTheRulebookAboveThem() {
        assertThat(RulebookFolder.contents(RULES).files().texts().keySet())
                .noneMatch(path -> path.startsWith("languages"));
        assertThat(RulebookFiles.isPath("languages/de/acts/acts.rules")).isFalse();
    }

    @Test
    void aRulebookWithoutLanguagesIsEnglishOnly(@TempDir Path rules) {
        Languages languages = LanguagesFolder.in(rules);
        assertThat(languages.faults()).isEmpty();
        assertThat(languages.of("de")).isNull();
        assertThat(languages.of(null)).isNull();
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
