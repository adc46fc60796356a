package dev.rapport.rules.learned;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LearnTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private int learn(String... args) {
        return Learn.run(new PrintStream(table), new PrintStream(progress), args);
    }

    private void corpus(String name, String... labels) throws IOException {
        String all = "\"" + String.join("\",\"", labels) + "\"";
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            for (int i = 0; i < 30; i++) {
                boolean is = i % 3 == 0;
                out.write(
                        "{\"conversation\":\"" + name + i + "\",\"text\":\"" + (is ? "you should rest " : "it rained ")
                                + "on day " + i % 5 + "\",\"labels\":[" + (is ? all : "")
                                + "],\"annotated\":true}\n");
            }
        }
    }

    @Test
    void weightsAreWrittenAndEveryHeadIsMarked() throws IOException {
        corpus("advice", "ADVICE");
        corpus("casino", "EMPATHY");
        corpus("offmychest", "SELF_DISCLOSURE", "EMOTIONAL_DISCLOSURE", "EMPATHY", "ADVICE");
        corpus("p4g", "AFFIRMATION");
        Path out = folder.resolve("heads.tsv");

        assertThat(learn("--corpora", folder.toString(), "--out", out.toString())).isZero();

        assertThat(table.toString()).contains("| advice | advice | 30 | 50 | 1.000 | 1.000 | 1.000 |")
                .contains("| affirmation | p4g | 30 | 50 |");
        assertThat(HeadsFile.read(Files.newBufferedReader(out)).keySet()).containsExactly("advice", "self-disclosure",
                "emotional disclosure", "empathy", "affirmation");
    }

    @Test
    void aMissingCorpusIsNamed() {
        assertThat(learn("--corpora", folder.toString(), "--out", folder.resolve("x").toString()))
                .isEqualTo(Learn.CANNOT_READ);
        assertThat(progress.toString()).contains("advice.jsonl.gz");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aKindThatIsLabelledNowhereIsNotLearned() throws IOException {
        corpus("advice", "OTHER");
        corpus("casino", "OTHER");
        corpus("offmychest", "OTHER");
        corpus("p4g", "OTHER");
        assertThat(learn("--corpora", folder.toString(), "--out", folder.resolve("x").toString()))
                .isEqualTo(Learn.CANNOT_READ);
        assertThat(progress.toString()).contains("too few lessons of advice are labelled so");
    }

    @Test
    void aWrongOptionIsExplained() {
        assertThat(learn("--fast")).isEqualTo(Learn.CALLED_WRONGLY);
        assertThat(progress.toString()).contains("--fast").contains("./rapport learn --help");
    }
}
