package dev.rapport.rules.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.rapport.rules.evaluation.Chat;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.review.Concern;
import dev.rapport.rules.rulebook.review.Review;
import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules this repository comes with: every example conversation of every rule is a test. */
class RepositoryRulesTest {

    @TestFactory
    Stream<DynamicTest> everyExampleShowsWhatItSays() {
        Reading reading = RulebookFolder.read(folder());
        if (reading instanceof Reading.Refused refused) {
            return refused.faults().stream().map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
                throw new AssertionError(fault.toString());
            }));
        }
        ExamplesOf examples = new ExamplesOf(new Judge(((Reading.Read) reading).rulebook()), new TextReader());
        return ((Reading.Read) reading).rulebook().examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.rule() + ": " + example.name(),
                        () -> assertThat(examples.fault(example)).isEmpty()));
    }

    @Test
    void nothingKeepsThemFromBeingReleased() {
        Rulebook rulebook = ((Reading.Read) RulebookFolder.read(folder())).rulebook();
        // not today's date: when a review is due is no matter of the code
        List<Concern> concerns = Review.of(rulebook, LocalDate.EPOCH);
        assertThat(concerns).filteredOn(concern -> concern.weight() == Concern.Weight.BLOCKS_RELEASE).isEmpty();
    }

    @Test
    void everyRuleOfAnActIsShownAsOftenAsABehaviour() {
        Rulebook rulebook = ((Reading.Read) RulebookFolder.read(folder())).rulebook();
        assertThat(rulebook.rules()).filteredOn(rule -> shown(rulebook, rule, true) < Review.EXAMPLES_EACH
                || shown(rulebook, rule, false) < Review.EXAMPLES_EACH).extracting(Rule::code).isEmpty();
    }

    @Test
    void everyBehaviourIsShownFiveTimesOnEitherSide() {
        Rulebook rulebook = ((Reading.Read) RulebookFolder.read(folder())).rulebook();
        assertThat(rulebook.behaviourRules().stream().filter(rule -> rule.code().startsWith("B")))
                .filteredOn(rule -> shown(rulebook, rule, true) < 5 || shown(rulebook, rule, false) < 5)
                .extracting(Rule::code).isEmpty();
    }

    @Test
    void everyBehaviourFromB01ToB30HasItsRuleAndItsMessage() {
        Rulebook rulebook = ((Reading.Read) RulebookFolder.read(folder())).rulebook();
        List<String> codes = IntStream.rangeClosed(1, 30).mapToObj("B%02d"::formatted).toList();
        assertThat(rulebook.behaviourRules()).extracting(Rule::code).containsAll(codes);
        assertThat(rulebook.messages().orElseThrow().behaviours().keySet()).containsAll(codes);
    }

    @Test
    void whereTimesOrStageAreMissingTheRulesSaySo() {
        Judge judge = new Judge(((Reading.Read) RulebookFolder.read(folder())).rulebook());
        Chat cut = Chat.chat().kind("one-to-one").partner("What we never managed to agree on was the")
                .learner("No, wait, the point is that the date has moved.");
        assertThat(judge.judge(cut.moment()).cannotTell()).containsEntry("B28", "the transcript has no times");
        Chat early = Chat.chat().kind("sales-discovery").partner("The call is about the new tariff and its date.")
                .learner("Honestly, I'm terrible at this and I dread these calls.");
        assertThat(judge.judge(early.moment()).cannotTell()).containsEntry("B24",
                "the stage of the conversation was not told");
    }

    private static long shown(Rulebook rulebook, Rule rule, boolean firing) {
        return rulebook.examples().stream()
                .filter(example -> example.rule().equals(rule.code()) && example.fires() == firing).count();
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("rules/behaviours"))) {
            here = here.getParent();
        }
        assertThat(here).as("the folder rules/ above this module").isNotNull();
        return here.resolve("rules");
    }
}
