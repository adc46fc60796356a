package dev.rapport.rules.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
