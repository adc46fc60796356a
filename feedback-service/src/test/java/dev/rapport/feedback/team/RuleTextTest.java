package dev.rapport.feedback.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTextTest {

    @Test
    void aRuleIsShownWithItsOwnerAndItsSentence() {
        assertThat(RuleText.of("""
                # Asking

                rule "Three closed questions in a row"
                  code B20
                  owner "Sales enablement"
                  source "Huang et al. 2017; when in doubt, ask"
                  when the speaker is the learner
                   # to calibrate
                   and at least 3 closed questions in a row by the learner
                  then observe "closed-question streak" as something to grow, clearly

                rule "Nobody's"
                  code S02
                  when the turn is advice
                  then observe "x" as something to know, clearly
                rule "Without a code"
                """)).containsExactly(
                new RuleText("B20", "Three closed questions in a row", "Sales enablement",
                        """
                                when the speaker is the learner
                                 and at least 3 closed questions in a row by the learner
                                then observe "closed-question streak" as something to grow, clearly"""),
                new RuleText("S02", "Nobody's", null, """
                        when the turn is advice
                        then observe "x" as something to know, clearly"""));
    }

    @Test
    void everyRuleOfTheHouseIsFound() throws IOException {
        long begun = 0;
        long found = 0;
        try (Stream<Path> files = Files.list(Path.of("../rules/behaviours"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                begun += text.lines().filter(l -> l.startsWith("rule ")).count();
                found += RuleText.of(text).stream()
                        .filter(r -> r.owner() != null && r.sentence().startsWith("when ")).count();
            }
        }
        assertThat(found).isEqualTo(begun).isGreaterThan(30);
    }
}
