package dev.rapport.rules.rulebook.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.Written;
import dev.rapport.rules.rulebook.review.Concern.Weight;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with a rulebook that can be read, with its exact place. */
class ReviewTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 2);

    @TempDir
    Path folder;

    private Written rules() {
        return Written.in(folder).kind("A01", "question", "the turn has a question clause")
                .kind("A02", "closed question", "the turn is a question and the turn has no open question clause")
                .kind("A03", "cue", "the speaker is the partner and the turn contains a phrase from \"feelings\"")
                .phrases("feelings", "worried", "so sad", "at a loss");
    }

    private static List<Concern> of(Written rules) {
        return Review.of(rules.rulebook(), TODAY);
    }

    /** Without missing examples and kinds and lists that nobody uses. */
    private static List<String> told(Written rules) {
        return of(rules).stream().map(Concern::toString)
                .filter(said -> !said.contains("where it fires and") && !said.contains("no rule ")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "at least 9 questions by the learner in the last 8 turns of theirs | this can never hold: of 8 turns there are 0 to 8, expected a number within reach",
            "at most 8 questions by the learner in the last 8 turns of theirs | this always holds, so it says nothing: of 8 turns there are 0 to 8, expected a number that can be missed, or the line removed",
            "at least 0 questions by the partner so far | this always holds, so it says nothing, expected a number that can be missed, or the line removed",
            "at least 1 turn so far | this always holds, so it says nothing, expected a number that can be missed, or the line removed"})
    void aNumberOutOfReachIsToldAtItsLine(String condition, String told) {
        assertThat(told(rules().behaviour("B20", "the turn is a question", condition)))
                .containsExactly("behaviours/B20.rules:6:8: " + told + " (keeps it from being released)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"the turn has at least 9 words | the turn has at most 8 words",
            "the turn is a question | the turn is not a question or a cue",
            "the turn has no question clause | the turn has a closed question clause",
            "the turn ends with a question | the turn has no question clause",
            "the turn opens with a phrase from \"feelings\" | the turn contains no phrase from \"feelings\"",
            "the conversation kind is \"sales\" | the conversation kind is \"support\" or \"intake\"",
            "the turn lasts at least 30 seconds | the turn lasts at most 20 seconds",
            "the partner's last turn has at least 9 words | the other side's last turn has at most 8 words",
            "at least 4 questions in a row by the learner | at most 3 questions by the learner so far",
            "at least 4 questions by the learner in the last 5 turns of theirs | at most 3 questions by the learner in the last 9 turns of theirs",
            "at least 8 questions by the learner in the last 9 turns of theirs | at most 3 questions by the learner in the last 5 turns of theirs",
            "the turn is not a question | at least 2 questions in a row by the learner",
            "the turn is a closed question | the turn has no question clause",
            "the turn is a closed question | the turn has an open question clause",
            "the turn is a question | any of - the turn has no question clause - the turn is not a question"})
    void conditionsThatNoTalkCanMeetAreToldWithBothLines(String one, String other) {
        assertThat(told(rules().behaviour("B20", one, other.replace(" - ", "\n     - ")))).containsExactly(
                "behaviours/B20.rules:6:8: this can never hold together with the condition in line 5, so B20 never fires,"
                        + " expected conditions that one talk can meet (keeps it from being released)");
    }

    @Test
    void whoSpeaksIsThoughtOfInWhatAKindOfTurnIs() {
        assertThat(told(rules().behaviour("B20", "the turn is a cue"))).containsExactly(
                "behaviours/B20.rules:5:8: this can never hold together with the condition in line 4, so B20 never fires,"
                        + " expected conditions that one talk can meet (keeps it from being released)");
        assertThat(told(rules().behaviour("B20", "the partner's last turn is a cue"))).isEmpty();
    }

    @Test
    void threeConditionsThatOnlyTogetherCannotBeAreToldAtTheRule() {
        assertThat(told(rules().behaviour("B20", "any of\n     - the turn is a question\n     - the turn points back",
                "the turn is not a question", "the turn does not point back"))).containsExactly(
                        "behaviours/B20.rules:1:1: the conditions of B20 can never hold together, so it never fires,"
                                + " expected conditions that one talk can meet (keeps it from being released)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the turn has at least 8 words|the turn has at most 8 words",
            "at least 3 questions in a row by the learner|at most 3 questions by the learner in the last 9 turns of theirs",
            "at least 4 questions by the learner in the last 9 turns of theirs|at most 3 questions by the learner in the last 5 turns of theirs",
            "the turn is a question|the partner's last turn is not a question",
            "the turn is a closed question|the turn has an imperative clause",
            "the turn contains a phrase from \"feelings\"|the turn contains no phrase from \"feelings\" that is not negated",
            "the stage is \"first contact\"\n   unless the conversation kind is \"sales\"|the turn points back"})
    void conditionsThatCanMeetAreNoConcern(String both) {
        assertThat(told(rules().behaviour("B20", both.split("\\|")))).isEmpty();
    }

    @Test
    void aLineThatAddsNothingIsWorthALook() {
        assertThat(told(rules().behaviour("B20", "the turn has at least 9 words", "the turn has at least 5 words")))
                .containsExactly("behaviours/B20.rules:6:8: the other conditions of B20 say this already, expected the"
                        + " line removed (worth a look)");
        assertThat(told(rules().behaviour("B20",
                "the turn is a closed question\n   unless the turn has no question clause"))).containsExactly(
                        "behaviours/B20.rules:6:11: beside the other conditions of B20 this never holds, so nothing is"
                                + " taken out, expected the line removed, or the others changed (worth a look)");
        assertThat(told(rules().behaviour("B20", "the turn has at least 9 words",
                "any of\n     - the turn has at most 3 words\n     - the turn points back"))).containsExactly(
                        "behaviours/B20.rules:7:8: beside the other conditions of B20 this never holds, expected the"
                                + " line removed, or the others changed (worth a look)");
    }

    @Test
    void aRuleInTheShadowOfAnotherNamesIt() {
        Written rules = rules().behaviour("B20", "the turn has at least 5 words").behaviour("B21",
                "the turn is a question", "the turn has at least 9 words");
        assertThat(told(rules)).isEmpty();
        String same = "rule \"Narrow\" code B21 owner \"T\" when the speaker is the learner and the turn has at least 9 words"
                + " and the turn is a question then observe \"behaviour B20\" as something to %s, likely\n";
        assertThat(told(rules.file("behaviours/B21.rules", same.formatted("grow")))).containsExactly(
                "behaviours/B21.rules:1:1: wherever B21 fires, B20 (behaviours/B20.rules:1) has said it already, expected"
                        + " other conditions, or one of the two removed (worth a look)");
        assertThat(told(rules.file("behaviours/B21.rules", same.formatted("keep")))).containsExactly(
                "behaviours/B21.rules:1:1: wherever B21 fires, B20 (behaviours/B20.rules:1) says the opposite of the same"
                        + " turn, expected unless and what B21 is about, in B20 (keeps it from being released)");
        assertThat(told(rules.file("behaviours/B21.rules", same.formatted("know")))).isEmpty();
    }

    @Test
    void missingExamplesOverdueReviewsAndWhatNobodyUsesAreTold() {
        Written rules = rules().phrases("left over", "one", "two").file("behaviours/B20.rules", """
                rule "R"
                  code B20
                  owner "T"
                  review by 2027-05-01
                  when the speaker is the learner
                   and the turn is a closed question
                  then observe "b" as something to grow
                """).example("B20").file("acts/A04.rules", """
                rule "A" code A04 owner "T"
                  severity major
                  when the turn points back then the turn is a bridge
                """);
        assertThat(of(rules).stream().map(Concern::toString)).containsExactly(
                "acts/A03.rules:5:22: no rule asks whether a turn is \"cue\", expected a condition that does, or the kind"
                        + " removed (worth a look)",
                "acts/A04.rules:2:3: a rule that says what a turn is has no severity, expected severity in rules that"
                        + " observe (worth a look)",
                "acts/A04.rules:3:48: no rule asks whether a turn is \"bridge\", expected a condition that does, or the"
                        + " kind removed (worth a look)",
                "behaviours/B20.rules:2:8: B20 has 1 talk where it fires and 1 near miss, expected at least 3 of each in"
                        + " examples/B20.yaml (keeps it from being released)",
                "behaviours/B20.rules:4:3: B20 should have been looked at by 2027-05-01, expected a look at what it finds,"
                        + " and a later date (worth a look)",
                "phrases/left over.txt:1:1: no rule uses the list \"left over\", expected a condition that does, or the"
                        + " list removed (worth a look)");
        assertThat(Review.releasable(of(rules))).isFalse();
        assertThat(of(rules)).filteredOn(concern -> concern.weight() == Weight.BLOCKS_RELEASE).hasSize(1);
    }

    @Test
    void phrasesThatAddNothingAreTold() {
        Written rules = rules().file("phrases/feelings.txt", "# mine\nworried\nso very worried\nsad\nright. so\n")
                .phrases("worries", "worried", "worried sick", "really sad", "so worried")
                .behaviour("B20", "the turn contains a phrase from \"feelings\"",
                        "the turn contains no phrase from \"worries\"");
        assertThat(told(rules)).containsExactly(
                "phrases/feelings.txt:3:1: \"worried\" of the same list is found wherever \"so very worried\" is, expected"
                        + " the shorter one alone (worth a look)",
                "phrases/feelings.txt:5:1: \"right. so\" is not even found in itself, so nowhere, expected words of one"
                        + " sentence without a full stop in them (worth a look)",
                "phrases/worries.txt:1:1: all of \"worries\" is found by \"feelings\" too, expected phrases that tell the"
                        + " lists apart, if the two mean different things (worth a look)",
                "phrases/worries.txt:2:1: \"worried\" of the same list is found wherever \"worried sick\" is, and so for"
                        + " 1 more phrases, expected the shorter one alone (worth a look)");
    }

    @Test
    void exampleSentencesAreSeveralAndHaveCounterExamples() {
        Written rules = rules().behaviour("B20", "the turn says something like \"worries\"");
        assertThat(told(rules.phrases("worries", "we cannot pay", "cannot pay at all", "not: we cannot pay today")))
                .containsExactly(
                        "phrases/worries.txt:1:1: \"worries\" has 2 example sentences to compare with, expected at"
                                + " least 3 (keeps it from being released)");
        assertThat(told(rules.phrases("worries", "we cannot pay", "cannot pay", "too dear"))).containsExactly(
                "phrases/worries.txt:1:1: \"worries\" has no counter-example, so how near is near enough is a guess, expected"
                        + " lines such as \"not: what sounds alike and is not meant\" (worth a look)");
    }

    @Test
    void aSequenceEndsWithItsLastStep() {
        assertThat(told(rules().behaviour("B20",
                "the learner gave a question, then within 3 turns the partner gave a question"))).hasSize(1)
                .allSatisfy(said -> assertThat(said).startsWith(
                        "behaviours/B20.rules:5:8: this can never hold together with the condition in line 4"));
        assertThat(told(
                rules().behaviour("B20", "the partner gave a cue, then within 3 turns the learner gave a question, "
                        + "without a closed question by the learner between them")))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadBlocksReading() {
        Written.in(folder).file("behaviours/B20.rules", "rule");
        assertThat(Review.of(dev.rapport.rules.rulebook.RulebookFolder.contents(folder).files(), TODAY))
                .isNotEmpty().allSatisfy(concern -> assertThat(concern.weight()).isEqualTo(Weight.BLOCKS_READING));
    }

    @Test
    void anExampleThatIsTooNearToACounterExampleNamesBothAndTheirLines() {
        Written rules = rules().phrases("worries", "# what we listen for", "we cannot afford that this year",
                "it costs more than we can spend", "there is no money left for it", "not: we can afford that this year",
                "not: the train was late again").behaviour("B40", "the turn says something like \"worries\"");
        List<String> told = Review.of(new Judge(rules.rulebook()), TODAY).stream().map(Concern::toString)
                .filter(said -> said.startsWith("phrases/worries.txt")).toList();
        assertThat(told).hasSize(2).first().asString()
                .matches("phrases/worries.txt:2:1: \"we cannot afford that this year\""
                        + " is \\d\\d % like \"we can afford that this year\" in line 5, which is not meant, so that the one is taken"
                        + " for the other, expected sentences that differ more, or one of the two removed \\(worth a look\\)");
    }

    @Test
    void examplesThatAreFarFromCounterExamplesAreNoConcern() {
        Written rules = rules()
                .phrases("worries", "we cannot afford that this year", "we cannot pay for that this year",
                        "we cannot spend that much this year", "not: the train was late again",
                        "not: the bus was late again")
                .behaviour("B40", "the turn says something like \"worries\"");
        assertThat(Review.of(new Judge(rules.rulebook()), TODAY)).extracting(Concern::toString)
                .noneMatch(said -> said.startsWith("phrases/worries.txt"));
    }
}
