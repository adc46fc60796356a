package dev.rapport.rules.learned;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.signals.TextSignals;

import static org.assertj.core.api.Assertions.assertThat;

class HeadsFileTest {

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Head head = new Head("advice", -0.5, 1.25, Map.of("should", 1.5f, "^you", -0.25f), new float[]{0.125f, -1});
        StringWriter written = new StringWriter();
        HeadsFile.write(List.of(head), List.of("a note"), written);
        Head read = HeadsFile.read(new BufferedReader(new StringReader(written.toString()))).get("advice");
        assertThat(read).usingRecursiveComparison().isEqualTo(head);
        assertThat(written.toString())
                .startsWith("# a note\nhead\tadvice\t-0.500\t1.250\nembedding\t0.125\t-1.000\n^you");
    }

    @Test
    void theJarHasAHeadForEachOfTheSyllabus() {
        assertThat(HeadsFile.inJar().keySet()).containsExactlyElementsOf(Syllabus.ALL.stream().map(Syllabus::head)
                .toList());
        assertThat(HeadsFile.inJar().values()).allSatisfy(head -> assertThat(head.embedding()).hasSize(384));
    }

    /** What past talks keep of what was heard is of no use to other weights: raise {@link TextSignals#VERSION} with them. */
    @Test
    void newWeightsNeedANewVersionOfTheSignals() throws Exception {
        try (InputStream in = HeadsFile.class.getResourceAsStream("/" + HeadsFile.NAME)) {
            byte[] file = in.readAllBytes();
            assertThat(file.length).isLessThan(500_000);
            assertThat(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)).substring(0, 12) + " "
                            + TextSignals.VERSION)
                    .isEqualTo("d44c9cc9b7ab 4");
        }
    }
}
