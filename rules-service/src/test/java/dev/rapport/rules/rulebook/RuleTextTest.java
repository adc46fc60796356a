package dev.rapport.rules.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.RuleText.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Editing a rule leaves alone what it does not change. */
class RuleTextTest {

    private static final String PATH = "behaviours/questions.rules";
    private static final String ACTS = """
            rule "Closed question" code A01 owner "Tests"
              when the turn has a closed question clause then the turn is a closed question
            """;
    private static final String TEXT = """
            # Asking questions

            # Two in a row are an accident.
            rule "Streak"
              owner "Tests" # ask Ann first
              code B20
              # what follows was measured in May
              when the speaker is THE LEARNER
               and at least 3 closed questions in a row by the learner   # to calibrate
               and any of
                 - the turn has at most 30 words
                 - the turn contains a phrase from "warm words" # kind ones
               unless the conversation kind is "safety check"
              then observe "streak" as something to grow, likely

            # The end of the talk
            rule "Other" code B21 owner "Tests"
              when the speaker is the learner and the turn is not a closed question
              then observe "other" as something to keep
            """;
    private static final RulebookFiles FILES = new RulebookFiles(new TreeMap<>(Map.of("acts/a.rules", ACTS, PATH, TEXT,
            "phrases/warm-words.txt", "great point\n")));

    private static Rule rule(RulebookFiles files, String code) {
        String text = RuleText.textOf(files, code).orElseThrow();
        Faults faults = new Faults();
        RuleReader reader = new RuleReader("test", faults);
        Rule rule = reader.finish(reader.drafts(Scan.words("test", text, faults)).get(0), RuleText.lexicon(files));
        assertThat(faults.sorted()).isEmpty();
        return rule;
    }

    private static Rule with(Rule rule, List<Condition> conditions) {
        return new RuleBuilder(rule).conditions(conditions).build();
    }

    private static Condition condition(String sentence) {
        return Written.condition(sentence, RuleText.lexicon(FILES));
    }

    private static String edited(Rule rule) {
        return RuleText.replace(FILES, rule).text(PATH);
    }

    @Test
    void aRuleIsFoundWithItsLines() {
        assertThat(RuleText.places(FILES)).isEqualTo(Map.of("A01", new Place("acts/a.rules", 1, 2), "B20",
                new Place(PATH, 4, 14), "B21", new Place(PATH, 17, 19)));
        assertThat(RuleText.textOf(FILES, "A01")).contains(ACTS);
        assertThat(RuleText.textOf(FILES, "B99")).isEmpty();
    }

    @Test
    void aRuleThatSaysTheSameIsNotTouched() {
        assertThat(RuleText.replace(FILES, rule(FILES, "B20"))).isSameAs(FILES);
    }

    @Test
    void oneConditionIsWrittenInPlaceOfAnotherAndItsCommentStays() {
        Rule before = rule(FILES, "B20");
        List<Condition> conditions = new ArrayList<>(before.conditions());
        conditions.set(1, condition("at least 4 closed questions in a row by the learner"));
        assertThat(edited(with(before, conditions))).isEqualTo(TEXT.replace("at least 3 closed", "at least 4 closed"));
    }

    @Test
    void aLineOfAGroupMayGoAndAnotherCome() {
        Rule before = rule(FILES, "B20");
        List<Condition> conditions = new ArrayList<>(before.conditions());
        Condition.Is kept = before.conditions().get(2).parts().get(1);
        conditions.set(2, new Condition.NoneOf(List.of(kept, (Condition.Is) condition("the turn points back"))));
        assertThat(edited(with(before, conditions))).isEqualTo(TEXT.replace("and any of\n", "and none of\n")
                .replace("     - the turn has at most 30 words\n", "")
                .replace("# kind ones\n", "# kind ones\n     - the turn points back\n"));
    }

    @Test
    void theFirstConditionMayGo() {
        Rule before = rule(FILES, "B20");
        assertThat(edited(with(before, before.conditions().subList(1, 4)))).isEqualTo(TEXT
                .replace("  when the speaker is THE LEARNER\n", "").replace("   and at least 3", "   when at least 3"));
    }

    @Test
    void attributesAreAddedChangedAndTakenAway() {
        Rule before = rule(FILES, "B20");
        Rule after = new RuleBuilder(before).name("Row").owner("L&D").source("Huang").reviewBy(LocalDate.of(2027, 5, 1))
                .build();
        String text = edited(after);
        assertThat(text).isEqualTo(TEXT.replace("\"Streak\"", "\"Row\"")
                .replace("owner \"Tests\" # ask Ann first\n",
                        "owner \"L&D\" # ask Ann first\n  source \"Huang\"\n  review by 2027-05-01\n"));
        assertThat(RuleText.replace(FILES.with(PATH, text), before).text(PATH)).isEqualTo(TEXT);
    }

    @Test
    void aSeverityThatNeedNotBeSaidStaysWritten() {
        RulebookFiles files = FILES.with(PATH, TEXT.replace("code B20\n", "severity MODERATE\n  code B20\n"));
        Rule after = new RuleBuilder(rule(files, "B20")).owner("L&D").build();
        assertThat(RuleText.replace(files, after).text(PATH))
                .isEqualTo(files.text(PATH).replace("owner \"Tests\" #", "owner \"L&D\" #"));
    }

    @Test
    void linesThatEndTheOtherWayStaySo() {
        RulebookFiles files = FILES.with(PATH, TEXT.replace("\n", "\r\n"));
        Rule before = rule(files, "B20");
        Rule after = new RuleBuilder(before).source("Huang").build();
        String text = RuleText.replace(files, after).text(PATH);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(RuleText.replace(files.with(PATH, text), before)).isEqualTo(files);
    }

    @Test
    void aRuleThatCannotBeReadIsWrittenAnewUnderItsComments() {
        RulebookFiles faulty = RuleText.replaceText(FILES, "B20",
                "rule \"Streak\"\n  code B20 # old\n  when the turn is # so\n");
        assertThat(RuleText.replace(faulty, rule(FILES, "B20")).text(PATH)).isEqualTo(TEXT.replace(
                RuleText.textOf(FILES, "B20").orElseThrow(), "# old\n# so\n" + RuleWriter.write(rule(FILES, "B20"))));
    }

    @Test
    void anyTextMayTakeThePlaceOfARule() {
        RulebookFiles files = RuleText.replaceText(FILES, "B20", "rule \"x\" code B20");
        assertThat(RuleText.textOf(files, "B20")).contains("rule \"x\" code B20\n");
        assertThat(RuleText.replaceText(files, "B20", RuleText.textOf(FILES, "B20").orElseThrow())).isEqualTo(FILES);
    }

    @Test
    void aRuleIsAddedAtTheEndAndRemovedAgain() {
        Rule more = new RuleBuilder(rule(FILES, "B20")).code("B22").build();
        RulebookFiles files = RuleText.add(FILES, PATH, more);
        assertThat(files.text(PATH)).isEqualTo(TEXT + "\n" + RuleWriter.write(more));
        assertThat(RuleText.remove(files, "B22")).isEqualTo(FILES);
        assertThatThrownBy(() -> RuleText.add(files, PATH, more)).hasMessage("there is a rule B22 already");
        assertThat(RuleText.remove(RuleText.add(FILES, "behaviours/new.rules", more), "B22")).isEqualTo(FILES);
    }

    @Test
    void aRemovedRuleTakesTheCommentAboveItAlong() {
        assertThat(RuleText.remove(FILES, "B20").text(PATH)).isEqualTo("# Asking questions\n\n"
                + TEXT.substring(TEXT.indexOf("# The end")));
        assertThatThrownBy(() -> RuleText.remove(FILES, "B99")).hasMessage("no rule B99");
    }
}
