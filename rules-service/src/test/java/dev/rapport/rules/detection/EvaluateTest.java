package dev.rapport.rules.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluateTest {

    private static final Clock DAY = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path corpora;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void labelled() throws IOException {
        Files.writeString(corpora.resolve("SCORED.json"),
                "{\"esconv\": [\"QUESTION\", \"MADE_UP\"], \"uptake\": [\"QUESTION\"], \"gone\": [\"QUESTION\"]}");
        // seen: 1 right, 1 wrong, 1 missed, 1 left alone by both; what is ignored, not labelled or held back counts for nothing
        set("esconv",
                gold("a", 0, "A", "Where do you live?", "[\"QUESTION\"]", "[]", ",\"conv_label\":\"high\""),
                gold("a", 1, "B", "Where was it?", "[]", "[]", ",\"conv_label\":\"high\""),
                gold("a", 2, "A", "The violin is old.", "[\"QUESTION\"]", "[]", ",\"conv_label\":\"high\""),
                gold("b", 0, "A", "The boat is red.", "[]", "[]", ""),
                gold("b", 1, "B", "Where is the boat?", "[]", "[\"QUESTION\"]", ""),
                gold("b", 2, "B", "Where is the sail?", "[]", "[]", "").replace("\"annotated\":true",
                        "\"annotated\":false"),
                gold("b", 3, "B", "Where is the mast?", "[]", "[]", ",\"split\":\"test\""));
        set("uptake",
                gold("a", 0, "A", "My sister bought a violin.", "[]", "[]", ""),
                gold("a", 1, "B", "Your sister bought a violin?", "[]", "[]", ",\"uptake_zscore\":1.5"),
                gold("b", 0, "A", "My sister bought a violin.", "[]", "[]", ""),
                gold("b", 1, "B", "Does your sister play?", "[]", "[]", ",\"uptake_zscore\":0.5"),
                gold("c", 0, "A", "My sister bought a violin.", "[]", "[]", ""),
                gold("c", 1, "B", "Nice weather.", "[]", "[]", ",\"uptake_zscore\":-1"));
    }

    private void set(String name, String... lines) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(corpora.resolve(name + ".jsonl.gz")))) {
            gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String gold(String conversation, int turn, String speaker, String text, String labels, String ignore,
            String more) {
        return "{\"conversation\":\"%s\",\"turn\":%d,\"speaker\":\"%s\",\"text\":\"%s\",\"labels\":%s,\"ignore\":%s,\"annotated\":true%s}"
                .formatted(conversation, turn, speaker, text, labels, ignore, more);
    }

    private int evaluate(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(new String[]{"--corpora", corpora.toString(), "--rulebook", "../rules"}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return Evaluate.run(DAY, new Streams(new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)),
                all);
    }

    @Test
    void onlyWhatPeopleLabelledCounts() {
        assertThat(evaluate("--sets", "esconv")).isZero();
        // 4 lines, 2 positive, 1 of 2 right, 1 of 2 found
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2026-05-04, rulebook " + Lines.RULES.version() + ", signals version ")
                .contains(
                        "| esconv | question * | 4 | 2 | 0.500 | 0.500 | **0.500** | 0.500 to 0.500 | 0.67 |  | 0.72 | no, 0.220 short |");
    }

    @Test
    void uptakeIsComparedByRank() {
        assertThat(evaluate("--sets", "uptake")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("| uptake | uptake, Spearman | 3 turns | **1.000** |")
                .contains("| 0.50 | 0.539 | 0.54 | yes |");
    }

    @Test
    void allSetsMakeTheDocumentAndPartOfThemDoesNotTakeItsPlace() throws IOException {
        Path document = corpora.resolve("detection.md");
        assertThat(evaluate("--document", document.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        String full = Files.readString(document);
        assertThat(full).contains("| esconv | question").contains("| esconv | question * | 0.500 | ")
                .contains("esconv: made up").contains("Not there when this was measured: gone.");
        assertThat(evaluate("--document", document.toString(), "--stripped")).isZero();
        assertThat(document).hasContent(full);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("without punctuation and in lower case");
    }

    @Test
    void noWordOfTheConversationsIsInTheDocument() {
        assertThat(evaluate("--out", "-")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase("violin")
                .doesNotContainIgnoringCase("the boat");
    }

    @Test
    void mistakesArePrintedForADeveloper() {
        assertThat(evaluate("--mistakes", "5", "--act", "QUESTION", "--sets", "esconv")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList()).containsExactly(
                "esconv a 1 wrong QUESTION; people: [], we: [QUESTION, OPEN_QUESTION, FOLLOW_UP_QUESTION]",
                "    (A) Where do you live?", "    B: Where was it?",
                "esconv a 2 missed QUESTION; people: [QUESTION], we: []", "    (B) Where was it?",
                "    A: The violin is old.", "esconv QUESTION: 1 missed, 1 wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sets nothing", "--mistakes 5", "--act QUESTION", "--mistakes 0 --act QUESTION",
            "--mistakes 5 --act QUESTION --out mistakes.txt", "--mistakes 5 --act WHISTLE", "--corpora /", "--loud"})
    void aWrongCallSaysSo(String args) {
        assertThat(evaluate(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("rapport: ").contains("see ./rapport evaluate --help");
        assertThat(out.toString()).isEmpty();
    }
}
