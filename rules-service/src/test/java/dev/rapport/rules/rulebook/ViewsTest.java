package dev.rapport.rules.rulebook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.drl.DrlReader;
import dev.rapport.rules.rulebook.drl.DrlWriter;
import dev.rapport.rules.rulebook.form.RuleForm;
import dev.rapport.rules.rulebook.table.CsvTable;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.Sheets.Opened;
import dev.rapport.rules.vocabulary.AnyCondition;
import dev.rapport.rules.vocabulary.Lexicon;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentence, form, table and DRL are views of one rule: any of them gives the same rule, after any of the others too. */
class ViewsTest {

    enum View {
        SENTENCE, FORM, TABLE, DRL
    }

    private static final Lexicon LEXICON = new Lexicon(AnyCondition.KINDS, AnyCondition.LISTS);

    /** The rule as it comes back from a view. */
    private static Rule through(View view, Rule rule) {
        switch (view) {
            case SENTENCE -> {
                RulebookFiles files = Rulebooks.with(rule);
                return RulebookParts.of(files).rules().get(rule.code()).rule();
            }
            case FORM -> {
                RuleForm.Outcome outcome = RuleForm.of(rule).read(LEXICON);
                assertThat(outcome).isInstanceOf(RuleForm.Outcome.Read.class);
                return ((RuleForm.Outcome.Read) outcome).rule();
            }
            case DRL -> {
                DrlReader.Outcome outcome = DrlReader.read(DrlWriter.write(List.of(rule)), LEXICON);
                assertThat(outcome).as(DrlWriter.write(List.of(rule))).isInstanceOf(DrlReader.Outcome.Read.class);
                return ((DrlReader.Outcome.Read) outcome).rules().get(0);
            }
            default -> {
                RulebookParts parts = RulebookParts.of(Rulebooks.with(rule));
                Opened opened = CsvTable.read(CsvTable.write(RulebookTable.write(parts)));
                RulebookTable.Outcome outcome = RulebookTable.read(((Opened.Open) opened).sheets(), parts);
                assertThat(outcome).isInstanceOf(RulebookTable.Outcome.Read.class);
                return ((RulebookTable.Outcome.Read) outcome).parts().rules().get(rule.code()).rule();
            }
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anyRuleComesBackFromAnyViewsOneAfterTheOther(@ForAll("rules") Rule rule, @ForAll("views") List<View> views) {
        Rule now = rule;
        for (View view : views) {
            now = through(view, now);
            assertThat(now).as(view.name()).isEqualTo(rule);
        }
    }

    @Test
    void theRulesOfThisRepositoryComeBackFromDrl() {
        RulebookFiles shipped = Rulebooks.shipped();
        List<Rule> rules = RulebookParts.of(shipped).rules().values().stream().map(RulebookParts.PlacedRule::rule)
                .toList();
        assertThat(DrlReader.read(DrlWriter.write(rules), RuleText.lexicon(shipped)))
                .isEqualTo(new DrlReader.Outcome.Read(rules));
    }

    @Test
    void aRuleAsDrl() {
        RulebookFiles files = new RulebookFiles(new TreeMap<>(Map.of("acts/a.rules", """
                rule "Any" code A1 owner "me" severity major
                  when the speaker is the learner
                   unless the talk has times
                   and none of
                     - the turn has at least 3 words
                     - the conversation kind is "x" or "y"
                  then the turn is a question, likely
                """)));
        assertThat(DrlWriter.write(List.of(RulebookParts.of(files).rules().get("A1").rule()))).isEqualTo("""
                package dev.rapport.rulebook

                rule "A1"
                  @name("Any")
                  @owner("me")
                  @severity("major")
                when
                  Speaker(side == "the learner")
                  not Times(has == "has times")
                  not (WordsInTurn(turn == "the turn", bound == "at least", count == 3)
                    or ConversationKind(names == ["x", "y"]))
                then
                  turnIs("question", "likely");
                end
                """);
    }

    @Test
    void everyFaultOfDrlHasItsPlace() {
        DrlReader.Outcome outcome = DrlReader.read("""
                package x
                import java.util.List
                rule "B1"
                  @name("Any") @ownr("me")
                when
                then
                end
                rule "B2" @name("x") @owner("y")
                when
                  WordsInTurn(turn == "the turn", bound == "at lest", count == 3000)
                then
                  Runtime.getRuntime().exec("id");
                end
                rule "B3" @name("x") @owner("y")
                when
                  WordsInTurn(turn == "the turn", bound == "at lest", count == 3000)
                then
                  observe("x", "keep", "clearly");
                end
                """, LEXICON);
        assertThat(((DrlReader.Outcome.Refused) outcome).faults().stream().map(Object::toString)).containsExactly(
                "2:1: \"import\" is refused: a rulebook has no imports, expected rule \"CODE\"",
                "4:17: \"ownr\" is nothing a rule says of itself, expected one of \"name\", \"owner\", \"reviewBy\", \"severity\", "
                        + "\"source\", did you mean \"owner\"?",
                "12:3: \"Runtime\" is code, and a rule runs none, expected observe(\"behaviour\", \"keep\", \"clearly\"); or "
                        + "turnIs(\"kind\", \"clearly\");",
                "16:44: \"lest\" is not understood here, expected one of \"least\", \"most\", did you mean \"least\"?",
                "16:64: 3000 is out of range, expected a whole number from 1 to 2000");
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }

    @Provide
    Arbitrary<List<View>> views() {
        return Arbitraries.of(View.values()).list().ofMinSize(1).ofMaxSize(4);
    }
}
