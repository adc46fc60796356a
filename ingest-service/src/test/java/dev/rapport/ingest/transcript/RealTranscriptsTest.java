package dev.rapport.ingest.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Reads every file of a folder of real transcripts, which are other people's and so not here. Name it with
 * {@code -Drapport.transcripts=} or {@code RAPPORT_TRANSCRIPTS}; without, this is skipped.
 */
class RealTranscriptsTest {

    @Test
    void everyRealFileIsImportedOrRefusedWithASentence() throws IOException {
        String folder = System.getProperty("rapport.transcripts", System.getenv("RAPPORT_TRANSCRIPTS"));
        assumeTrue(folder != null && Files.isDirectory(Path.of(folder)), "no folder of real transcripts is named");
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder), 2)) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().equals("README.md"))
                    .sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Outcome outcome = Transcripts.read(Files.readAllBytes(file), file.getFileName().toString());
            System.out.println(Path.of(folder).relativize(file) + " -> " + summary(outcome));
            if (outcome instanceof Imported imported) {
                assertThat(imported.speakers()).as("%s", file).isNotEmpty();
            } else {
                assertThat(((Unreadable) outcome).reason()).as("%s", file).endsWith(".");
            }
        }
    }

    private static String summary(Outcome outcome) {
        if (outcome instanceof Imported imported) {
            long timed = imported.turns().stream().filter(turn -> turn.startMillis() != null).count();
            return imported.format() + ", " + imported.turns().size() + " turns (" + timed + " with times), "
                    + imported.speakers()
                    + ", started " + imported.startedAt() + ", " + imported.warnings().size() + " warnings "
                    + imported.warnings().stream().limit(3).toList();
        }
        Unreadable unreadable = (Unreadable) outcome;
        return "refused: " + unreadable.reason() + " " + unreadable.todo() + " (" + unreadable.warnings().size()
                + " warnings)";
    }
}
