package dev.rapport.rules.rulebook;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.RuleCompletion.Completion;
import dev.rapport.rules.vocabulary.AnyCondition;
import dev.rapport.rules.vocabulary.Lexicon;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What the editor offers at the caret. */
class RuleCompletionTest {

    private static final Lexicon LEXICON = new Lexicon(AnyCondition.KINDS, AnyCondition.LISTS);

    private static List<String> at(String text) {
        return RuleCompletion.complete(text, text.length(), LEXICON).stream().map(Completion::text).toList();
    }

    @Test
    void aRuleIsOfferedWordByWord() {
        assertThat(at("rule ")).containsExactly("the name of the rule in quotation marks");
        assertThat(at("rule \"x\" code B1 ")).containsExactly("owner", "source", "review by", "severity", "when");
        assertThat(at("rule \"x\" code B1 se")).containsExactly("severity");
        assertThat(at("rule \"x\" when un")).containsExactly("unless");
        assertThat(at("rule \"x\" when the speaker is ")).containsExactly("the learner", "the partner");
        assertThat(at("rule \"x\" when the speaker is the p")).containsExactly("partner");
        assertThat(at("rule \"x\" when the speaker is the learner ")).containsExactly("and", "unless", "then");
        assertThat(at("rule \"x\" when the talk has times and the turn has at ")).containsExactly("least", "most");
        assertThat(at("rule \"x\" when the turn is an op")).containsExactly("open question");
        assertThat(at("rule \"x\" when the turn is an open ")).containsExactly("question");
        assertThat(at("rule \"x\" when the turn contains a phrase from \"w")).containsExactly("\"warm words\"");
        assertThat(at("rule \"x\" when at least 3 qu")).contains("questions", "question backs");
        assertThat(at("rule \"x\" when the turn has at least ")).contains("a whole number from 1 to 2000");
        assertThat(at("rule \"x\" when any of\n - the talk has times\n ")).containsExactly("-", "and", "unless",
                "then");
        assertThat(at("rule \"x\" when the talk has times then ")).containsExactly("observe", "the turn is");
        assertThat(at("rule \"x\" when the talk has times then observe \"y\" as something to ")).containsExactly("keep",
                "grow", "know");
        assertThat(at("rule \"x\" # when the ")).isEmpty();
    }

    @Test
    void theWordAtTheCaretIsReplaced() {
        Completion only = RuleCompletion.complete("rule \"x\" when the talk ha and", 25, LEXICON).get(0);
        assertThat(only.text()).isEqualTo("has times");
        assertThat(only.from()).isEqualTo(23);
        assertThat(only.to()).isEqualTo(25);
        assertThat(only.explanation()).isNotBlank();
    }

    /** Whatever a rule goes on with is among what is offered. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theNextWordOfAnyRuleIsOffered(@ForAll("rules") Rule rule, @ForAll Random chance) {
        String text = RuleWriter.write(rule);
        List<dev.rapport.rules.vocabulary.Word> words = Scan.words("", text, new Faults());
        int w = 1 + chance.nextInt(words.size() - 1);
        var next = words.get(w);
        String[] lines = text.split("\n", -1);
        int caret = 0;
        for (int i = 0; i < next.line() - 1; i++) {
            caret += lines[i].length() + 1;
        }
        caret += next.column() - 1;
        String written = next.shape() == dev.rapport.rules.vocabulary.Word.Shape.QUOTED
                ? "\"" + next.text() + "\""
                : next.text();
        // what follows is not known yet, so the choice of "a" is offered where "an" will be written before a vowel
        boolean article = written.equals("an");
        assertThat(RuleCompletion.complete(text, caret, LEXICON)).as(text.substring(0, caret) + "|" + written)
                .anySatisfy(offered -> assertThat(offered.placeholder() || article && offered.text().equals("a")
                        || offered.text().toLowerCase().startsWith(written.toLowerCase())
                        || offered.text().toLowerCase().startsWith("a " + written.toLowerCase())
                        || offered.text().toLowerCase().startsWith("an " + written.toLowerCase())).isTrue());
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }
}
