package dev.rapport.ingest.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The samples a newcomer tries first. */
class SamplesTest {

    @Test
    void everySampleIsReadWithTwoSpeakersAndWithoutAWarning() throws IOException {
        List<Path> samples;
        try (Stream<Path> all = Files.list(Path.of("..", "samples"))) {
            samples = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md") && !file.toString().endsWith(".yaml"))
                    .sorted().toList();
        }
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            Outcome outcome = Transcripts.read(Files.readAllBytes(sample), sample.getFileName().toString());
            assertThat(outcome).as("%s", sample).isInstanceOf(Imported.class);
            assertThat(((Imported) outcome).speakers()).as("%s", sample).hasSize(2);
            assertThat(outcome.warnings()).as("%s", sample).isEmpty();
        }
    }
}
