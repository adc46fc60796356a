package dev.rapport.rules.version;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.RulebookFiles;

import static org.assertj.core.api.Assertions.assertThat;

class InheritanceTest {

    private static final RulebookFiles BASE = files("behaviours/a.rules",
            rule("B90", 3) + rule("B91", 3) + rule("B92", 3),
            "phrases/thanks.txt", "thank you\n", "phrases/warm.txt", "lovely\n");

    private static String rule(String code, int words) {
        return """
                # about %1$s
                rule "Short %1$s"
                  code %1$s
                  owner "Tests"
                  when the speaker is the learner
                   and the turn has at most %2$d words
                  then observe "short %1$s" as something to grow, clearly

                """.formatted(code, words);
    }

    private static RulebookFiles files(String... texts) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            files.put(texts[i], texts[i + 1]);
        }
        return new RulebookFiles(new TreeMap<>(files));
    }

    private static RulebookFiles changed(RulebookFiles files, String code, int words) {
        return files.with("behaviours/a.rules", files.text("behaviours/a.rules").replace(rule(code, 3),
                rule(code, words)));
    }

    @Test
    void whatOnlyTheDefaultChangedIsTakenOverAndTheTenantsOwnStays() {
        RulebookFiles now = changed(BASE, "B90", 5).with("phrases/thanks.txt", "thank you\nthanks\n");
        RulebookFiles own = changed(BASE, "B91", 2).with("phrases/warm.txt", "lovely\nsuper\n");

        Inheritance inheritance = Inheritance.of(BASE, now, own);

        assertThat(inheritance.inSentences()).isEqualTo("""
                Rule B90: the default changed it and you did not, so it is taken over.
                Rule B91: you changed it and the default did not, so yours stays.
                Phrase list thanks: the default changed it and you did not, so it is taken over.
                Phrase list warm: you changed it and the default did not, so yours stays.
                """);
        assertThat(inheritance.merged()).isEqualTo(changed(own, "B90", 5).with("phrases/thanks.txt",
                "thank you\nthanks\n"));
    }

    @Test
    void whatBothChangedStaysAsTheTenantHasItUntilAPersonDecides() {
        RulebookFiles own = changed(changed(BASE, "B90", 2), "B91", 7);

        Inheritance inheritance = Inheritance.of(BASE, changed(changed(BASE, "B90", 5), "B91", 7), own);

        assertThat(inheritance.inSentences()).isEqualTo("""
                Rule B90: you and the default changed it differently; yours stays until you decide.
                Rule B91: the default changed it just as you did.
                """);
        assertThat(inheritance.merged()).isEqualTo(own);
    }

    @Test
    void rulesComeAndGoWithTheDefault() {
        RulebookFiles now = BASE.with("behaviours/a.rules", rule("B90", 3) + rule("B91", 3)).with("behaviours/b.rules",
                rule("B93", 3));
        RulebookFiles own = changed(BASE, "B91", 2);

        Inheritance inheritance = Inheritance.of(BASE, now, own);

        assertThat(inheritance.inSentences()).isEqualTo("""
                Rule B91: you changed it and the default did not, so yours stays.
                Rule B92: the default dropped it and you had not changed it, so it goes.
                Rule B93: it is new in the default, so it is taken over.
                """);
        assertThat(inheritance.merged().text("behaviours/a.rules")).contains("B90", "B91").doesNotContain("code B92");
        assertThat(inheritance.merged().text("behaviours/b.rules")).contains("code B93");
    }

    @Test
    void anUnchangedDefaultMeansNothing() {
        assertThat(Inheritance.of(BASE, BASE, changed(BASE, "B90", 2)).defaultChanged()).isFalse();
        assertThat(Inheritance.of(BASE, BASE, BASE).parts()).isEmpty();
    }
}
