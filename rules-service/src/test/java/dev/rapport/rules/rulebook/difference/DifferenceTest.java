package dev.rapport.rules.rulebook.difference;

import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.RulebookFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Two rulebooks compared: what a manager reads before a release. */
class DifferenceTest {

    private static final String RULE = """
            # a comment
            rule "Streak" code B20 owner "Tests"
              when the speaker is the learner # here too
               and the turn has at most 30 words
              then observe "streak" as something to grow, likely
            """;
    private static final RulebookFiles FILES = new RulebookFiles(new TreeMap<>())
            .with("behaviours/a.rules", RULE)
            .with("phrases/warm-words.txt", "great point\nwell done\n")
            .with("messages/B20.yaml", "code: B20\nsays:\n  - one\n  - two\n")
            .with("examples/B20.yaml", "rule: B20\nfires:\n  - name: yes\n    at: 1\n    turns: [\"learner: Hi.\"]\n");

    @Test
    void layoutAndCommentsAreNoDifference() {
        assertThat(Difference.of(FILES, FILES.with("behaviours/a.rules", RULE.replace("# here too\n", "\n\n")
                .replace("# a comment\n", ""))).none()).isTrue();
    }

    @Test
    void everyPartIsToldInSentences() {
        RulebookFiles after = FILES
                .with("behaviours/a.rules", RULE.replace("30 words", "40 words\n   and the talk has times"))
                .with("behaviours/b.rules", RULE.replace("Streak", "Other").replace("B20", "B21"))
                .with("phrases/warm-words.txt", "well done\nnice\n")
                .with("messages/B20.yaml", "code: B20\nsays:\n  - one\n  - three\n")
                .with("examples/B20.yaml", FILES.text("examples/B20.yaml").replace("Hi.", "Hello."));
        assertThat(Difference.of(FILES, after).inSentences()).isEqualTo("""
                Rule B20 "Streak" changed:
                  - and the turn has at most 30 words
                  + and the turn has at most 40 words
                  + and the talk has times
                Rule B21 "Other" is new:
                  + rule "Other"
                  + code B21
                  + owner "Tests"
                  + when the speaker is the learner
                  + and the turn has at most 30 words
                  + then observe "streak" as something to grow, likely
                Phrase list "warm words" changed:
                  - great point
                  + nice
                Messages B20 changed:
                  - says[2]: two
                  + says[2]: three
                Examples of B20 changed:
                  - yes: fires at turn 1, conversation; L: Hi.
                  + yes: fires at turn 1, conversation; L: Hello.
                """);
        assertThat(Difference.of(after, FILES).inSentences()).contains("Rule B21 \"Other\" is gone:\n");
    }

    @Test
    void aRuleThatCannotBeReadIsComparedAsItIsWritten() {
        RulebookFiles faulty = FILES.with("behaviours/a.rules", RULE.replace("at most 30", "most 30"));
        assertThat(Difference.of(FILES, faulty).rules()).singleElement()
                .satisfies(change -> assertThat(change.sort()).isEqualTo(Difference.Sort.CHANGED));
    }
}
