package dev.rapport.rules.rulebook.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.rulebook.AnyRule;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.form.RuleForm.ConclusionForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConditionForm;
import dev.rapport.rules.rulebook.form.RuleForm.Outcome;
import dev.rapport.rules.rulebook.form.RuleForm.PartForm;
import dev.rapport.rules.vocabulary.AnyCondition;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.VocabularyGuide;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule as a form: what is filled in reads as the rule, and what is wrong is named field by field. */
class RuleFormTest {

    private static final Lexicon LEXICON = new Lexicon(AnyCondition.KINDS, AnyCondition.LISTS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static PartForm part(String condition, Object... values) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new PartForm(condition, map, null);
    }

    private static RuleForm form(List<ConditionForm> conditions) {
        return new RuleForm("Streak", "B20", "Tests", null, "", null, conditions,
                new ConclusionForm("observe", "streak", "grow", null, "likely"));
    }

    private static List<String> faults(RuleForm form) {
        return form.read(LEXICON) instanceof Outcome.Refused refused
                ? refused.faults().stream().map(FormFault::toString).toList()
                : List.of();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyRuleComesBackFromItsFormThroughJson(@ForAll("rules") Rule rule) throws JsonProcessingException {
        String json = JSON.writeValueAsString(RuleForm.of(rule));
        assertThat(JSON.readValue(json, RuleForm.class).read(LEXICON)).isEqualTo(new Outcome.Read(rule));
    }

    @Test
    void eachFaultNamesItsField() {
        assertThat(faults(form(List.of(
                new ConditionForm("is", List.of(part("speaker", "side", "the learnr"))),
                new ConditionForm("any of", List.of(part("kinds in a row", "count", 99, "kind", List.of("qestion"),
                        "side", "the learner"),
                        part("phrase", "turn", "the turn", "contains", "contains a", "list", "warm wods",
                                "extra", 1))),
                new ConditionForm("unles", List.of(new PartForm(null, null, "the turn points bak")))))))
                .containsExactly(
                        "conditions[0].parts[0].side: \"learnr\" is not understood here, expected one of \"learner\", \"partner\", did you mean \"learner\"?",
                        "conditions[1].parts[0].count: 99 is out of range, expected a whole number from 2 to 50",
                        "conditions[1].parts[0].kind: \"qestion\" is no kind of turn, expected one of \"advice\", \"bit of advice\", "
                                + "\"open question\", \"question\", \"question back\", \"reply\", \"turn to self\", did you mean \"question\"?",
                        "conditions[1].parts[1].extra: \"extra\" is no part of this condition, expected one of \"contains\", \"list\", "
                                + "\"notNegated\", \"turn\"",
                        "conditions[1].parts[1].list: \"warm wods\" is no phrase list, expected one of \"feelings\", \"warm words\", "
                                + "did you mean \"warm words\"?",
                        "conditions[2].joiner: \"unles\" is not known here, expected one of \"any of\", \"is\", \"none of\", \"unless\", "
                                + "did you mean \"unless\"?",
                        "conditions[2].parts[0].sentence: \"bak\" is not understood here, expected \"back\", did you mean \"back\"?");
        assertThat(faults(form(List.of(new ConditionForm("is", List.of(part("wordz"))))))).singleElement().asString()
                .startsWith("conditions[0].parts[0].condition: \"wordz\" is not known here, expected one of ")
                .endsWith(", did you mean \"words\"?");
    }

    @Test
    void textsThatNoSentenceCanHoldAreRefused() {
        RuleForm good = form(List.of(new ConditionForm("is", List.of(part("speaker", "side", "the learner")))));
        assertThat(faults(good)).isEmpty();
        assertThat(faults(new RuleForm("a \" then eval()", "b20", "x\ny", "", "May", "huge", null, null)))
                .containsExactly(
                        "name: the character U+0022 cannot stand here, expected words without quotation marks, on one line",
                        "code: that is no code, expected a capital letter and up to 31 more capitals, digits, hyphens or underscores, e.g. B20",
                        "owner: the character U+000A cannot stand here, expected words without quotation marks, on one line",
                        "reviewBy: \"May\" is no date, expected year-month-day, e.g. 2027-05-01",
                        "severity: \"huge\" is not known here, expected one of \"major\", \"minor\", \"moderate\"",
                        "conditions: the rule has no conditions, expected at least one",
                        "conclusion: the rule says nothing, expected a behaviour or a kind of turn");
    }

    @Test
    void everyConditionIsExplainedInPartsThatMakeItsSentence() {
        assertThat(VocabularyGuide.entries()).allSatisfy(entry -> {
            assertThat(entry.explanation()).isNotBlank();
            assertThat(entry.parts()).isNotEmpty();
            List<String> names = new ArrayList<>();
            entry.parts().stream().filter(each -> each.gap() != null).forEach(each -> names.add(each.gap().name()));
            assertThat(names).doesNotHaveDuplicates();
        });
        assertThat(VocabularyGuide.entries().stream().filter(e -> e.name().equals("kinds in a row")).findFirst()
                .orElseThrow().parts().stream().map(p -> p.gap() == null ? p.words() : p.gap().name())).containsExactly(
                        "at least", "count", "kind", "in a row by", "side");
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }
}
