package dev.rapport.rules.rulebook;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

class ExamplesOfTest {

    @TempDir
    Path folder;

    @Test
    void anActRuleIsHeldToItsExamplesItselfThoughAnotherMakesTheSameKindOfTurn() {
        assertThat(play("""
                rule: A01
                fires:
                  - name: what a question looks like
                    at: 1
                    turns: ["learner: Is it live?", "partner: It is."]
                  - name: the other rule of the kind
                    at: 1
                    turns: ["learner: It is the launch."]
                nearMisses:
                  - name: no question
                    turns: ["learner: It is live."]
                """)).containsExactly("examples/A01.yaml:6:5: \"the other rule of the kind\": A01 does not fire "
                + "(turn 1: the turn has no question clause; the rule asks for one), expected it at turn 1");
    }

    private List<String> play(String examples) {
        Rulebook rulebook = Written.in(folder).kind("A01", "question", "the turn has a question clause")
                .kind("A02", "question", "the turn contains \"launch\"").behaviour("B20", "the turn is a question")
                .file("examples/A01.yaml", examples).rulebook();
        return new ExamplesOf(new Judge(rulebook), new TextReader()).faults().stream()
                .filter(fault -> fault.file().equals("examples/A01.yaml")).map(Fault::toString).toList();
    }
}
