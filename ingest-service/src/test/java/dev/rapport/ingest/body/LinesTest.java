package dev.rapport.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.resteasy.problem.HttpProblem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinesTest {

    private static List<String> read(String body) {
        Lines lines = new Lines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        List<String> read = new ArrayList<>();
        for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            read.add(next.get().number() + ":" + new String(next.get().bytes(), StandardCharsets.UTF_8)
                    + (next.get().tooLong() ? "..." : ""));
        }
        return read;
    }

    @Test
    void blankLinesAreCountedButNotGiven() {
        assertThat(read("a\r\n\n \t\nb\n\nc")).containsExactly("1:a", "4:b", "6:c");
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() {
        List<String> read = read("x".repeat(Lines.LONGEST_LINE) + "\n" + "y".repeat(Lines.LONGEST_LINE + 1) + "\nz");

        assertThat(read).containsExactly("1:" + "x".repeat(Lines.LONGEST_LINE),
                "2:" + "y".repeat(Lines.LONGEST_LINE) + "...", "3:z");
    }

    /** The reader's buffer holds 16 kB: lines must come out whole wherever it ends. */
    @Property(tries = 50)
    void linesAreWholeWhereverTheBufferEnds(@ForAll @IntRange(min = 16_300, max = 16_400) int length) {
        assertThat(read("a".repeat(length) + "\r\nb\r\n")).containsExactly("1:" + "a".repeat(length), "2:b");
    }

    @Test
    void aBodyIsReadNoFurtherThanItMayBeLong() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> Body.of(endless).bytes()).isInstanceOfSatisfying(HttpProblem.class,
                p -> assertThat(p.getStatusCode()).isEqualTo(413));
        assertThat(Body.of(new ByteArrayInputStream(new byte[9]), 10).bytes()).hasSize(9);
        assertThatThrownBy(() -> Body.of(new ByteArrayInputStream(new byte[10]), 10).bytes())
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(Body.utf8("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).hasValue("{}");
        assertThat(Body.utf8(new byte[]{(byte) 0xC3})).isEmpty();
    }
}
