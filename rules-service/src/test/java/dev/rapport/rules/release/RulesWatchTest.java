package dev.rapport.rules.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.conversation.PlainRules;
import dev.rapport.rules.rulebook.RulebookFiles;

import static org.assertj.core.api.Assertions.assertThat;

class RulesWatchTest {

    @TempDir
    Path folder;
    private int reads;

    /** The version is what stands in the file; "fault" is one. */
    private RulesReader.Found read(Path from) {
        reads++;
        try {
            String text = Files.readString(from.resolve("behaviours/questions.rules"));
            if (text.contains("bug")) {
                throw new IllegalStateException(text);
            }
            return text.contains("fault")
                    ? new RulesReader.Found.Faulty(List.of(
                            new Complaint("behaviours/questions.rules", 4, 18, "\"clsoed\" is no kind of turn",
                                    "did you mean \"closed question\"?")))
                    : new RulesReader.Found.Usable(new RulebookFiles(new TreeMap<>(Map.of("behaviours/a.rules", text))),
                            new PlainRules(text, 3), 5);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String text) throws IOException {
        Path file = folder.resolve("behaviours/questions.rules");
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling("next");
        Files.writeString(next, text);
        // a new file each time, so that the test does not hang on the grain of the file system's clock
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private RulesWatch watch() {
        return new RulesWatch(folder, this::read, Clock.systemUTC());
    }

    private static String version(RulesWatch watch) {
        return watch.inForce().map(r -> r.rules().version()).orElse(null);
    }

    @Test
    void theFirstLookReads() throws IOException {
        write("one");
        RulesWatch watch = watch();
        assertThat(watch.inForce()).isEmpty();
        watch.look();
        assertThat(version(watch)).isEqualTo("one");
        assertThat(watch.inForce().orElseThrow().count()).isEqualTo(5);
    }

    @Test
    void aFolderThatDoesNotChangeIsNotReadAgain() throws IOException {
        write("one");
        RulesWatch watch = watch();
        watch.look();
        watch.look();
        watch.look();
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aChangeTakesEffectOnceItHasSettled() throws IOException {
        write("one");
        RulesWatch watch = watch();
        watch.look();
        write("two");
        watch.look();
        assertThat(version(watch)).isEqualTo("one");
        watch.look();
        assertThat(version(watch)).isEqualTo("two");
    }

    @Test
    void aFaultChangesNothingAndIsToldWithItsPlace() throws IOException {
        write("one");
        RulesWatch watch = watch();
        watch.look();
        write("a fault");
        watch.look();
        watch.look();
        assertThat(version(watch)).isEqualTo("one");
        assertThat(watch.refusal().orElseThrow().complaints()).extracting(Complaint::toString).containsExactly(
                "behaviours/questions.rules:4:18: \"clsoed\" is no kind of turn, did you mean \"closed question\"?");

        write("one");
        watch.look();
        watch.look();
        assertThat(watch.refusal()).isEmpty();
    }

    @Test
    void aReaderThatFailsIsAFaultToo() throws IOException {
        write("one");
        RulesWatch watch = watch();
        watch.look();
        write("a bug");
        watch.look();
        watch.look();
        assertThat(version(watch)).isEqualTo("one");
        assertThat(watch.refusal().orElseThrow().complaints()).extracting(Complaint::problem)
                .containsExactly("could not be read: IllegalStateException");
    }

    @Test
    void withoutAFolderThereIsNoRulebookUntilItAppears() throws IOException {
        RulesWatch watch = new RulesWatch(folder.resolve("later"), this::read, Clock.systemUTC());
        watch.look();
        assertThat(watch.inForce()).isEmpty();
        assertThat(watch.refusal().orElseThrow().complaints()).extracting(Complaint::problem)
                .containsExactly("is no folder");
        folder = folder.resolve("later");
        write("one");
        watch.look();
        watch.look();
        assertThat(version(watch)).isEqualTo("one");
        assertThat(watch.refusal()).isEmpty();
    }
}
