package dev.rapport.rules.rulebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that can be wrong in a rules folder is told at its word, in one pass. */
class RulebookFolderTest {

    private static final String STREAK = """
            # Questions
            rule "Three closed questions in a row"
              code B20
              owner "Sales enablement"
              source "to calibrate"
              review by 2027-05-01
              when the speaker is the learner
               and the turn is a closed question
               and any of
                 - the turn has at most 30 words
                 - the turn points back
               unless the conversation kind is "safety check"
              then observe "closed-question streak" as something to grow, likely
            """;

    @TempDir
    Path folder;

    private Written rules() {
        return Written.in(folder).kind("A01", "closed question", "the turn has a closed question clause")
                .kind("A02", "open question", "the turn has an open question clause");
    }

    private List<String> faultsOf(String behaviours) {
        return rules().file("behaviours/b20.rules", behaviours).example("B20").faults();
    }

    @Test
    void aRuleSaysHowMuchItMatters() {
        Written written = Written.in(folder).behaviour("B20", "the turn has a question clause");
        Rule moderate = written.rulebook().rules().get(0);
        assertThat(moderate.severity()).isEqualTo(Severity.MODERATE);
        String version = written.rulebook().version(moderate);
        String text = "rule \"R\"\n  code B20\n  owner \"T\"\n  severity %s\n  when the speaker is the learner and the turn has"
                + " a question clause\n  then observe \"behaviour B20\" as something to grow, likely\n";
        Rule major = written.file("behaviours/B20.rules", text.formatted("major")).rulebook().rules().get(0);
        assertThat(major.severity()).isEqualTo(Severity.MAJOR);
        assertThat(RuleWriter.write(major)).contains("\n  severity major\n");
        assertThat(written.rulebook().version(major)).isNotEqualTo(version);
        assertThat(written.file("behaviours/B20.rules", text.formatted("moderate")).rulebook().version(moderate))
                .isEqualTo(version);
        assertThat(written.file("behaviours/B20.rules", text.formatted("mayor")).faults()).containsExactly(
                "behaviours/B20.rules:4:12: \"mayor\" is no severity, expected one of \"major\", \"minor\", \"moderate\","
                        + " did you mean \"major\"?");
        assertThat(written.file("behaviours/B20.rules", text.formatted("")).faults()).containsExactly(
                "behaviours/B20.rules:4:3: the severity is missing, expected one of \"major\", \"minor\", \"moderate\"");
    }

    @Test
    void aFolderThatFitsTogetherIsARulebook() {
        Rulebook rulebook = rules().file("behaviours/b20.rules", STREAK).example("B20").rulebook();
        assertThat(rulebook.rules()).extracting(Rule::code).containsExactly("A01", "A02", "B20");
        Rule rule = rulebook.rule("B20").orElseThrow();
        assertThat(rule.name()).isEqualTo("Three closed questions in a row");
        assertThat(rule.owner()).isEqualTo("Sales enablement");
        assertThat(rule.source()).isEqualTo("to calibrate");
        assertThat(rule.reviewBy()).isEqualTo(LocalDate.of(2027, 5, 1));
        assertThat(rule.conditions()).hasSize(4);
        assertThat(rule.conditions().get(2)).isInstanceOf(Condition.AnyOf.class);
        assertThat(rule.conditions().get(3)).isInstanceOf(Condition.Not.class);
        assertThat(rule.conclusion())
                .isEqualTo(new Conclusion.Observe("closed-question streak", Polarity.GROW, Clarity.LIKELY));
        assertThat(RuleWriter.write(rule)).isEqualTo(STREAK.substring("# Questions\n".length())
                .replace("   unless", "   unless"));
    }

    @Test
    void linesCapitalsIndentationAndQuotationMarksAreFree() {
        Rulebook rulebook = rules().file("behaviours/b20.rules", STREAK).example("B20").rulebook();
        String free = "\uFEFFRULE “Three closed questions in a row” CODE B20 Owner \"Sales enablement\"\r\n"
                + "source \"to calibrate\" review by 2027-05-01 When the speaker is the learner And the turn\r\n is closed "
                + "question and any of:\r\n\t• the turn has at most thirty words".replace("thirty", "30")
                + "\n\t• the turn points back\n UNLESS the conversation kind is \"Safety-Check\" THEN observe "
                + "\"closed-question streak\" as something to grow, likely";
        Rulebook freely = rules().file("behaviours/b20.rules", free).rulebook();
        assertThat(freely.rules()).isEqualTo(rulebook.rules());
        assertThat(freely.version()).isEqualTo(rulebook.version());
    }

    @Test
    void aVersionFollowsWhatARuleSaysAndTheListsItUses() {
        Written written = rules().phrases("warm words", "that resonates").behaviour("B29",
                "the turn contains a phrase from \"warm words\"").file("behaviours/b20.rules", STREAK).example("B20");
        Rulebook before = written.rulebook();
        assertThat(before.version()).matches("[0-9a-f]{12}");
        Rulebook owner = written.file("behaviours/b20.rules", STREAK.replace("Sales enablement", "L&D")).rulebook();
        assertThat(owner.version(owner.rule("B20").orElseThrow()))
                .isEqualTo(before.version(before.rule("B20").orElseThrow()));
        assertThat(owner.version()).isNotEqualTo(before.version());
        Rulebook list = written.phrases("warm words", "that resonates", "great point").rulebook();
        assertThat(list.version(list.rule("B29").orElseThrow()))
                .isNotEqualTo(before.version(before.rule("B29").orElseThrow()));
        assertThat(list.version(list.rule("B20").orElseThrow()))
                .isEqualTo(before.version(before.rule("B20").orElseThrow()));
        Rulebook threshold = written.file("behaviours/b20.rules", STREAK.replace("30 words", "31 words")).rulebook();
        assertThat(threshold.version(threshold.rule("B20").orElseThrow()))
                .isNotEqualTo(before.version(before.rule("B20").orElseThrow()));
    }

    @Test
    void aMisspeltKindIsPointedAtAtTheWord() {
        assertThat(faultsOf(STREAK.replace("a closed question", "a clsoed question"))).containsExactly(
                "behaviours/b20.rules:8:22: \"clsoed\" is no kind of turn, expected one of \"closed question\", "
                        + "\"open question\", did you mean \"closed question\"?");
        assertThat(faultsOf(STREAK.replace("a closed question", "a closed qestion"))).containsExactly(
                "behaviours/b20.rules:8:29: \"qestion\" is no kind of turn, expected one of \"closed question\", "
                        + "\"open question\", did you mean \"closed question\"?");
        assertThat(faultsOf(STREAK.replace("a closed question", "a wibble"))).containsExactly(
                "behaviours/b20.rules:8:22: \"wibble\" is no kind of turn, expected one of \"closed question\", "
                        + "\"open question\"");
    }

    @Test
    void allFaultsAreToldInOnePass() {
        assertThat(faultsOf("""
                rule "One"
                  code B20
                  ownr "Tests"
                  when the speaker is the lerner
                   and the turn has at least 0 wrods
                   and at least 3 closed qestions in a row by the learner
                  then observe "one" as something to gorw
                rule "Two"
                  when the turn contains a phrase from "warm"
                  then watch "two"
                """)).containsExactly(
                "behaviours/b20.rules:3:3: \"ownr\" is nothing a rule says before its conditions, expected one of \"code\", "
                        + "\"owner\", \"review by\", \"severity\", \"source\", \"when\", did you mean \"owner\"?",
                "behaviours/b20.rules:4:27: \"lerner\" is not understood here, expected one of \"learner\", \"partner\", "
                        + "did you mean \"learner\"?",
                "behaviours/b20.rules:5:30: 0 is out of range, expected a whole number from 1 to 2000",
                "behaviours/b20.rules:6:26: \"qestions\" is no kind of turn, expected one of \"closed question\", "
                        + "\"open question\", did you mean \"closed question\"?",
                "behaviours/b20.rules:7:38: \"gorw\" is not understood here, expected one of \"grow\", \"keep\", \"know\", "
                        + "did you mean \"grow\"?",
                "behaviours/b20.rules:8:1: the rule has no code, expected code such as B20",
                "behaviours/b20.rules:8:1: the rule has no owner, expected owner \"who answers for it\"",
                "behaviours/b20.rules:9:40: \"warm\" is no phrase list, expected a file of that name in phrases/",
                "behaviours/b20.rules:10:8: \"watch\" is nothing a rule can say, expected observe \"a behaviour\" as "
                        + "something to keep, or the turn is a kind");
    }

    @Test
    void aSentenceNobodyUnderstandsNamesWhatItCouldGoOnWith() {
        assertThat(faultsOf(STREAK.replace("the turn points back", "the turn pionts back"))).containsExactly(
                "behaviours/b20.rules:11:17: \"pionts\" is not understood here, expected one of \"addresses\", \"backs\", "
                        + "\"begins\", \"breaks\", \"contains\", \"cuts\", \"discloses\", \"does\", \"ends\", "
                        + "\"points\" and 9 more, did you mean \"points\"?");
        assertThat(faultsOf(STREAK.replace("30 words", "30"))).containsExactly(
                "behaviours/b20.rules:10:31: the sentence ends too early, expected one of \"sentences\", \"words\"");
        assertThat(faultsOf(STREAK.replace("30 words", "thirty words"))).containsExactly(
                "behaviours/b20.rules:10:29: \"thirty\" is not understood here, expected a whole number from 1 to 2000");
        assertThat(faultsOf(STREAK.replace("30 words", "30 words long"))).containsExactly(
                "behaviours/b20.rules:10:38: \"long\" is not understood here, expected one of \"and\", \"then\", \"unless\"");
    }

    @Test
    void aRuleMustBeWhole() {
        assertThat(faultsOf("rule \"One\"\n  code B20\n  owner \"Tests\"\n")).containsExactly(
                "behaviours/b20.rules:1:1: the rule has no conditions, expected when and the conditions");
        assertThat(faultsOf("rule \"One\"\n  code B20\n  owner \"Tests\"\n  when the speaker is the learner\n"))
                .containsExactly(
                        "behaviours/b20.rules:4:34: the rule ends without a conclusion, expected then and what "
                                + "the rule says");
        assertThat(faultsOf(
                "rule\n  code B20\n  owner \"Tests\"\n  when the speaker is the learner and\n  then observe \"x\" "
                        + "as something to keep"))
                .containsExactly(
                        "behaviours/b20.rules:1:1: the rule has no name, expected rule \"its name\"",
                        "behaviours/b20.rules:4:38: the condition is missing");
        assertThat(faultsOf(STREAK.replace("any of", "any of the"))).containsExactly(
                "behaviours/b20.rules:9:8: \"any\" is not understood here, expected one of \"at\", \"question\", \"statement\", \"the\", "
                        + "\"this\"",
                "behaviours/b20.rules:10:6: this line belongs to no group, expected any of or none of before it");
        assertThat(faultsOf("hello\n" + STREAK)).containsExactly(
                "behaviours/b20.rules:1:1: \"hello\" stands outside any rule, expected rule \"its name\"");
        assertThat(faultsOf(STREAK.replace("rule \"Three", "rul \"Three"))).containsExactly(
                "behaviours/b20.rules:2:1: \"rul\" stands outside any rule, expected rule \"its name\", did you mean \"rule\"?");
    }

    @Test
    void whatIsSaidBeforeTheConditionsIsChecked() {
        assertThat(faultsOf(STREAK.replace("code B20", "code b20"))).startsWith(
                "behaviours/b20.rules:3:8: that is no code, expected a capital letter and up to 31 more capitals, digits, "
                        + "hyphens or underscores, e.g. B20");
        assertThat(faultsOf(STREAK.replace("owner \"Sales enablement\"", "owner Sales"))).containsExactly(
                "behaviours/b20.rules:4:9: the owner is not in quotation marks, expected owner \"words\"");
        assertThat(faultsOf(STREAK.replace("2027-05-01", "may"))).containsExactly(
                "behaviours/b20.rules:6:13: \"may\" is no date, expected year-month-day, e.g. 2027-05-01");
        assertThat(faultsOf(STREAK.replace("source", "owner"))).containsExactly(
                "behaviours/b20.rules:5:3: the rule has said its owner already, expected it once");
        assertThat(faultsOf(STREAK.replace("likely", "surely"))).containsExactly(
                "behaviours/b20.rules:13:63: \"surely\" is not understood here, expected one of \"clearly\", \"likely\", "
                        + "\"unsure\"");
    }

    @Test
    void quotationMarksMustBeClosedOnTheirLine() {
        assertThat(faultsOf(STREAK.replace("\"safety check\"", "\"safety check"))).containsExactly(
                "behaviours/b20.rules:12:36: the quotation mark is not closed, expected \" on the same line");
    }

    @Test
    void groupsHoldLinesThatStartWithADash() {
        assertThat(faultsOf(STREAK.replace("     - the turn has at most 30 words\n     - the turn points back\n", "")))
                .containsExactly(
                        "behaviours/b20.rules:9:14: the group is empty, expected lines that start with - and hold "
                                + "one condition each");
        assertThat(faultsOf(STREAK.replace("   and any of\n", ""))).containsExactly(
                "behaviours/b20.rules:9:6: this line belongs to no group, expected any of or none of before it");
        assertThat(faultsOf(STREAK.replace("- the turn points back", "-"))).containsExactly(
                "behaviours/b20.rules:11:7: the condition is missing");
    }

    @Test
    void codesAndConditionsAreNotTakenTwice() {
        assertThat(faultsOf(STREAK + STREAK.replace("30 words", "31 words"))).containsExactly(
                "behaviours/b20.rules:16:8: the code B20 is taken by the rule at behaviours/b20.rules:2, expected a code of "
                        + "its own");
        assertThat(rules().file("behaviours/b20.rules", STREAK + STREAK.replace("B20", "B21")).example("B20")
                .example("B21")
                .faults()).containsExactly("behaviours/b20.rules:15:1: the rule has the same conditions as the rule at "
                        + "behaviours/b20.rules:2, expected one of them changed or removed");
    }

    @Test
    void aBehaviourIsTheLearners() {
        assertThat(faultsOf(STREAK.replace("speaker is the learner", "speaker is the partner"))).containsExactly(
                "behaviours/b20.rules:2:1: the rule does not say that the learner speaks, expected when the speaker is the "
                        + "learner");
        assertThat(faultsOf(
                STREAK.replace("speaker is the learner", "speaker is the partner").replace("to grow", "to know")))
                .isEmpty();
    }

    @Test
    void aRuleGivesWayOnlyToWhatIsObserved() {
        assertThat(rules().behaviour("B01", "the turn is not observed as \"behaviour B02\"")
                .behaviour("B02", "the turn has at least 3 words").faults()).isEmpty();
        assertThat(rules().behaviour("B01", "the turn is not observed as \"behavior B02\"")
                .behaviour("B02", "the turn has at least 3 words").faults()).containsExactly(
                        "behaviours/B01.rules:5:8: no rule observes \"behavior b02\", expected one of \"behaviour b01\", "
                                + "\"behaviour b02\", did you mean \"behaviour b02\"?");
        assertThat(rules().behaviour("B01", "the turn is not observed as \"behaviour B02\"")
                .behaviour("B02", "the turn is observed as \"Behaviour B01\"").faults()).containsExactly(
                        "behaviours/B01.rules:5:8: whether \"behaviour b01\" is observed depends on itself (behaviour b01, "
                                + "behaviour b02, behaviour b01), expected behaviours that give way to each other one way only",
                        "behaviours/B02.rules:5:8: whether \"behaviour b02\" is observed depends on itself (behaviour b02, "
                                + "behaviour b01, behaviour b02), expected behaviours that give way to each other one way only");
        assertThat(rules().kind("A03", "chain", "the turn is observed as \"behaviour B02\"")
                .behaviour("B02", "the turn has at least 3 words").faults()).containsExactly(
                        "acts/A03.rules:4:8: what a turn is cannot depend on what is observed in it, expected such a condition "
                                + "in a rule that observes");
    }

    @Test
    void kindsMustNotDependOnThemselves() {
        assertThat(
                rules().kind("A03", "chain", "the turn is a link").kind("A04", "link", "the turn is a chain").faults())
                .containsExactly(
                        "acts/A03.rules:4:22: whether a turn is a chain depends on itself (chain, link, chain), expected "
                                + "kinds that can be decided one after the other",
                        "acts/A04.rules:4:22: whether a turn is a link depends on itself (link, chain, link), expected "
                                + "kinds that can be decided one after the other");
        assertThat(rules().kind("A03", "chain", "the learner's last turn is a link")
                .kind("A04", "link", "the turn is a chain").faults()).isEmpty();
        assertThat(rules().kind("A03", "open questions", "the turn points back").kind("A04", "link",
                "the turn has a question clause").faults()).contains(
                        "acts/A03.rules:5:22: \"open questions\" is the plural of another kind of turn, expected a name of "
                                + "its own");
    }

    @Test
    void wordsThatSentencesGoOnWithCannotNameAKind() {
        assertThat(rules().kind("A03", "question or two", "the turn points back").faults()).containsExactly(
                "acts/A03.rules:5:31: \"or\" cannot be part of a kind of turn, expected words that no rule uses to go on");
    }

    @Test
    void everyBehaviourNeedsExamplesOfItsOwn() {
        Written written = rules().file("behaviours/b20.rules", STREAK);
        assertThat(written.faults()).containsExactly("behaviours/b20.rules:3:8: the rule has no example, expected "
                + "examples/B20.yaml with a conversation where it fires and a near miss");
        assertThat(written.file("examples/B20.yaml", """
                rule: B02
                fires:
                  - name: one
                    at: 9
                    turns: ["learner: Is it live?"]
                  - kind: sales
                    turn: ["learner: Is it live?"]
                nearMisses:
                  - name: one
                    turns: ["He: Is it live?"]
                  - name: two
                    turns: [{learner: "Is it live?", partner: "Yes."}]
                """).faults()).containsExactly(
                "examples/B20.yaml:1:7: \"B02\" is no rule, expected one of \"A01\", \"A02\", \"B20\"",
                "examples/B20.yaml:4:9: this is no number that fits, expected a whole number from 1 to 1",
                "examples/B20.yaml:6:5: the example does not say where the rule fires, expected at: and the number of the turn",
                "examples/B20.yaml:6:5: the example has no name, expected name:",
                "examples/B20.yaml:6:5: the example has no turns, expected turns:",
                "examples/B20.yaml:7:5: \"turn\" is not known here, expected one of \"at\", \"kind\", \"name\", \"stage\", "
                        + "\"turns\", did you mean \"turns\"?",
                "examples/B20.yaml:10:13: nobody says this, expected \"learner: words\" or \"partner: words\"",
                "examples/B20.yaml:12:13: the turn needs exactly one speaker, expected learner: or partner:");
        assertThat(written.file("examples/B20.yaml", "rule: B20\nfires: []\n").faults()).containsExactly(
                "examples/B20.yaml:1:1: B20 has no conversation where it fires, expected at least one under fires:",
                "examples/B20.yaml:1:1: B20 has no near miss, expected at least one under nearMisses:");
        assertThat(written.file("examples/B20.yaml", "rule: B20\nfires: [\n").faults()).containsExactly(
                "examples/B20.yaml:3:1: this is no YAML: expected the node content, but found '<stream end>'");
    }

    @Test
    void messagesBelongToARule() {
        Written written = rules().file("behaviours/b20.rules", STREAK).example("B20");
        assertThat(written.file("messages/B21.yaml", "code: B21\n").faults()).contains(
                "messages/B21.yaml:1:1: \"B21\" is no behaviour rule, expected \"B20\", did you mean \"B20\"?",
                "messages/B21.yaml:1:1: no \"says\", expected the key \"says\"",
                "messages/house.yaml:1:1: no such file, expected the openings, closings and other sentences every message shares");
    }

    @Test
    void linesThatAreComparedByMeaningAreFew() {
        String[] lines = java.util.stream.IntStream.range(0, 600).mapToObj(i -> "line " + i).toArray(String[]::new);
        Written written = rules().phrases("one", lines).phrases("two", lines).behaviour("B21",
                "the turn says something like \"one\"");
        assertThat(written.faults()).isEmpty();
        assertThat(written.behaviour("B22", "the turn sounds like \"two\", at least 60 %").faults())
                .containsExactly("behaviours/B22.rules:1:1: with this rule 1200 lines of phrase lists are compared by"
                        + " meaning, expected at most 1000");
    }

    @Test
    void aListOfCounterExamplesAloneIsEmpty() {
        assertThat(rules().behaviour("B21", "the turn says something like \"worries\"")
                .phrases("worries", "not: we have no worries", "not:").faults())
                .containsExactly("phrases/worries.txt:1:1: the list is empty, expected one phrase a line",
                        "phrases/worries.txt:2:1: the phrase has no word in it, expected words");
    }

    @Test
    void phraseListsAreChecked() {
        assertThat(rules().file("behaviours/b20.rules", STREAK).example("B20").phrases("empty", "# nothing")
                .phrases("twice", "great point", "fine # so far", "Great point", "!!",
                        "one two three four five six seven eight nine ten ".repeat(3) + "eleven")
                .faults()).containsExactly("phrases/empty.txt:1:1: the list is empty, expected one phrase a line",
                        "phrases/twice.txt:3:1: the list has \"great point\" already, expected each phrase once",
                        "phrases/twice.txt:4:1: the phrase has no word in it, expected words",
                        "phrases/twice.txt:5:1: the phrase is too long, expected at most 30 words and 200 characters");
    }

    @Test
    void anUnknownPhraseListOffersTheNearest() {
        assertThat(rules().phrases("warm-words", "great point")
                .behaviour("B29", "the turn contains a phrase from \"warm wrods\"")
                .faults()).containsExactly("behaviours/B29.rules:5:40: \"warm wrods\" is no phrase list, expected "
                        + "\"warm words\", did you mean \"warm words\"?");
    }

    @Test
    void filesThatCannotBeReadAreToldWhere() {
        assertThat(rules().bytes("behaviours/b20.rules", new byte[300 * 1024]).faults()).containsExactly(
                "behaviours/b20.rules:1:1: the file is too large, expected at most 256 KB");
        byte[] latin1 = "# ok\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rules().bytes("behaviours/b20.rules", latin1).faults()).containsExactly(
                "behaviours/b20.rules:2:6: this is no UTF-8 text, expected a file saved as UTF-8");
        assertThat(faultsOf("\u0000")).containsExactly(
                "behaviours/b20.rules:1:1: \"U+0000\" stands outside any rule, expected rule \"its name\"",
                "examples/B20.yaml:1:7: \"B20\" is no rule, expected one of \"A01\", \"A02\"");
    }

    @Test
    void nothingAtAllIsNoRulebook() {
        assertThat(Written.in(folder).faults()).containsExactly(
                "behaviours:1:1: there is no rule, expected rules in behaviours/*.rules");
        assertThat(Written.in(folder.resolve("gone")).faults()).containsExactly(
                folder.resolve("gone")
                        + ":1:1: this is no folder, expected a folder with acts, behaviours and phrases");
    }

    @Test
    void tooManyRulesAreRefused() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < RulebookReader.MOST_RULES + 1; i++) {
            many.append("rule \"r\" code C").append(i)
                    .append(" owner \"o\" when the turn has at least 1 words then observe ")
                    .append("\"x\" as something to know\n");
        }
        String half = many.substring(0, many.indexOf("\n", many.length() / 2) + 1);
        List<String> faults = Written.in(folder).file("behaviours/a.rules", half)
                .file("behaviours/b.rules", many.substring(half.length())).faults();
        assertThat(faults).anyMatch(fault -> fault.endsWith("there are too many rules, expected at most 2000"));
    }
}
