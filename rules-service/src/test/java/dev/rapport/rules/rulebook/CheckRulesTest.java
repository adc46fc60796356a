package dev.rapport.rules.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person sees who checks a folder. */
class CheckRulesTest {

    private static final String EXAMPLES = """
            rule: B20
            fires:
              - name: two of them
                at: 3
                turns:
                  - "learner: Is it live?"
                  - "partner: Yes."
                  - learner: Did they agree?
                    start: 2000
                    end: 3000
            nearMisses:
              - name: an open one between
                turns:
                  - "learner: Is it live?"
                  - "learner: What happened then?"
            """;

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Written rules() {
        return Written.in(folder).kind("A01", "closed question", "the turn has a closed question clause")
                .behaviour("B20", "at least 2 closed questions in a row by the learner")
                .file("examples/B20.yaml", EXAMPLES);
    }

    private int check(String... args) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CheckRules.run(args, print, print);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void aFolderThatReadsWellButCouldNotBeReleasedIsCounted() {
        String version = rules().rulebook().version();
        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(printed())
                .isEqualTo("behaviours/B20.rules:2:8: B20 has 1 talk where it fires and 1 near miss, expected"
                        + " at least 3 of each in examples/B20.yaml (keeps it from being released)\n"
                        + "2 rules, 0 phrase lists, 2 examples, messages for 0 behaviours: no faults (rulebook "
                        + version
                        + "), 1 concern before a release\n");
    }

    @Test
    void anExampleThatShowsSomethingElseIsAFault() {
        rules().file("examples/B20.yaml", EXAMPLES.replace("at: 3", "at: 1").replace("What happened then?", "Is it?"));
        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(printed()).isEqualTo(
                """
                        behaviours/B20.rules:2:8: B20 has 1 talk where it fires and 1 near miss, expected at least 3 of each in \
                        examples/B20.yaml (keeps it from being released)
                        examples/B20.yaml:3:5: "two of them": B20 fires at turn 3 (turn 1: 1 closed question in a row by the learner; \
                        the rule asks for at least 2), expected it at turn 1
                        examples/B20.yaml:12:5: "an open one between": B20 fires at turn 2, expected it not to fire
                        2 faults in 1 file
                        """);
    }

    @Test
    void faultsOfTheFolderComeFirst() {
        rules().behaviour("B21", "the turn is a qestion");
        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(printed()).isEqualTo("""
                behaviours/B21.rules:5:22: "qestion" is no kind of turn, expected "closed question"
                1 fault in 1 file
                """);
    }

    @Test
    void whoSaysNoFolderIsToldHowToCall() {
        assertThat(check()).isEqualTo(2);
        assertThat(printed()).isEqualTo("say which folder to check: CheckRules FOLDER\n");
    }
}
