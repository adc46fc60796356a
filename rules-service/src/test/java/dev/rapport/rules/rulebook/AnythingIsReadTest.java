package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Assertions;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a file, the answer is a rulebook or its faults: never an exception, never a stall. */
class AnythingIsReadTest {

    private static final String GOOD = """
            rule "Closed question" code A01 owner "Tests"
              when the turn has a closed question clause then the turn is a closed question, clearly
            rule "Streak" code B20 owner "Tests" review by 2027-05-01
              when the speaker is the learner and at least 3 closed questions in a row by the learner
               and any of
                 - the turn has at most 30 words
                 - the turn contains a phrase from "warm words"
               unless the conversation kind is "safety check"
              then observe "streak" as something to grow, likely
            """;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("rules");
        Written.in(folder).phrases("warm words", "great point").example("B20");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 500)
    void anyText(@ForAll("texts") String text) {
        reads("behaviours/any.rules", text);
    }

    @Property(tries = 300)
    void anyChangeOfAGoodFile(@ForAll Random chance) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 0; i < 1 + chance.nextInt(6); i++) {
            int at = chance.nextInt(text.length());
            switch (chance.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\"-,#\n a9\u0000é’".charAt(chance.nextInt(11)));
                default -> text.replace(at, Math.min(text.length(), at + 20), "");
            }
        }
        reads("behaviours/any.rules", text.toString());
    }

    @Property(tries = 200)
    void anyExamples(@ForAll("texts") String text) {
        reads("behaviours/any.rules", GOOD);
        reads("examples/B20.yaml", "rule: B20\nfires: " + text);
        Written.in(folder).example("B20");
    }

    private static void reads(String file, String text) {
        Written written = Written.in(folder).bytes(file, text.getBytes(StandardCharsets.UTF_8));
        Reading reading = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), written::read);
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.column()).isPositive();
                assertThat(fault.toString()).doesNotContain("\n").doesNotContain("\u0000");
            });
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of("rule", "when", "then", "and", "unless", "any", "none", "of", "the",
                "turn",
                "is", "a", "\"", "\"x\"", "-", ",", "\n", "\n  - ", "code", "B20", "owner", "observe", "3",
                "99999999999999",
                "%", "at least", "questions", "{", "}", "[", "]", ":", "&a", "*a", "!!x", "\t", "\u0000", "🙂", "שלום");
        return Arbitraries.oneOf(words.list().ofMaxSize(60).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(300));
    }
}
