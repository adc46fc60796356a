package dev.rapport.rules.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DetectTest {

    private static final String RULES = "../rules";
    private static final String TALK = Lines.json("Ana: I sold the old boat.", "Ben: Why did you sell the boat?");

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int detect(String in, String... args) {
        return Detect.run(new Streams(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)),
                args);
    }

    @Test
    void oneLineComesOutForEachThatGoesInAndOneForTheConversation() {
        assertThat(detect(TALK, "--in", "-", "--rulebook", RULES)).isZero();
        assertThat(err.toString()).isEmpty();
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("{\"conversation\":\"c\",\"turn\":0,\"acts\":{").contains("\"uptake\":null");
        assertThat(lines[1]).startsWith("{\"conversation\":\"c\",\"turn\":1,\"acts\":{\"QUESTION\":0.95,"
                + "\"OPEN_QUESTION\":0.95,\"FOLLOW_UP_QUESTION\":0.95")
                .contains("\"uptake\":0.");
        assertThat(lines[2])
                .matches(
                        "\\{\"conversation\":\"c\",\"summary\":\\{\"language\":null,\"rapport\":0\\.[0-9]+,\"judged\":\\[\"B01\".*"
                                + "\"notJudged\":\\[.*]}}");
    }

    @Test
    void aTalkIsHeardInTheLanguageItIsSaidToBeIn() {
        String talk = "{\"conversation\":\"c\",\"turn\":0,\"speaker\":\"Ana\",\"text\":\"Hast du Zeit?\"}\n";
        assertThat(detect(talk, "--in", "-", "--rulebook", RULES, "--language", "de")).isZero();
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines[0]).contains("\"acts\":{\"QUESTION\":0.95,\"CLOSED_QUESTION\":0.95}");
        assertThat(lines[1]).contains("\"language\":\"de\",\"rapport\":null,\"judged\":[]",
                "in this language only what a turn is can be seen yet (de)");
        assertThat(detect(talk, "--in", "-", "--rulebook", RULES, "--language", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("no tag of a language, such as de: 1");
    }

    @Test
    void whatIsCompressedIsReadAndWhatIsCalledSoIsWritten() throws IOException {
        Path in = folder.resolve("talk");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(in))) {
            packed.write(TALK.getBytes(StandardCharsets.UTF_8));
        }
        Path to = folder.resolve("out.jsonl.gz");
        assertThat(detect("", "--in", in.toString(), "--out", to.toString(), "--rulebook", RULES)).isZero();
        assertThat(detect(TALK, "--in", "-", "--rulebook", RULES)).isZero();
        try (var unpacked = new GZIPInputStream(Files.newInputStream(to))) {
            assertThat(unpacked.readAllBytes()).asString(StandardCharsets.UTF_8)
                    .isEqualTo(out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFileThatBreaksOffGivesWhatWasThereAndSaysWhere() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TALK.repeat(2_000).getBytes(StandardCharsets.UTF_8));
        }
        Path in = folder.resolve("talk.jsonl.gz");
        Files.write(in, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThat(detect("", "--in", in.toString(), "--rulebook", RULES)).isEqualTo(1);
        assertThat(err.toString()).startsWith(in + ":").contains(":1: the compressed file is broken here");
    }

    @Test
    void aBadLineIsNamedAndCostsOnlyItself() {
        assertThat(detect(TALK + "{\"conversation\":\"c\",\"turn\":2}\n", "--in", "-", "--rulebook", RULES))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualTo("standard input:3:1: \"speaker\" must be there and be a string or a number"
                + System.lineSeparator() + "1 line could not be judged; see above" + System.lineSeparator());
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).contains("OPEN_QUESTION");
        assertThat(lines[2])
                .isEqualTo("{\"conversation\":\"c\",\"turn\":2,\"acts\":{},\"uptake\":null,\"observations\":[],"
                        + "\"error\":\"standard input:3:1: \\\"speaker\\\" must be there and be a string or a number\"}");
        assertThat(lines[3]).contains("\"summary\"");
    }

    @Test
    void nothingInIsNothingOut() {
        assertThat(detect("", "--in", "-", "--rulebook", RULES)).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aRulebookWithFaultsIsRefusedWithTheirPlaces() throws IOException {
        Files.createDirectories(folder.resolve("acts"));
        Files.writeString(folder.resolve("acts/one.rules"),
                "rule \"One\"\n  code A01\n  when the turn is a clsoed question\n");
        assertThat(detect(TALK, "--in", "-", "--rulebook", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith(folder + "/acts/one.rules:");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--in no-such-file", "--in - --out", "--in - --loud", "--in - more"})
    void aWrongCallSaysSoAndReadsNothing(String args) {
        assertThat(detect(TALK, args.isEmpty() ? new String[0] : args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("rapport: ").contains("see ./rapport detect --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
        Path in = Files.writeString(folder.resolve("talk.jsonl"), TALK);
        assertThat(detect("", "--in", in.toString(), "--out", in.toString(), "--rulebook", RULES)).isEqualTo(2);
        assertThat(in).hasContent(TALK);
    }
}
