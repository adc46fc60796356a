package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.events.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TalkTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("talk.txt"), "Anna: Hello\n");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Talk(folder.resolve("none.vtt"), "Anna", null, null))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exit()).isEqualTo(1))
                .hasMessage("No such file: " + folder.resolve("none.vtt"));
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.vtt"));
        assertThatThrownBy(() -> new Talk(empty, "Anna", null, null))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exit()).isEqualTo(1))
                .hasMessage(empty + " is empty");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> new Talk(folder, "Anna", null, null)).hasMessageContaining("is a folder");
    }

    @Test
    void theSameTalkUnderTheSameRulesIsTheSameConversation() {
        var once = new Talk(file, "Anna", "support", null).conversation("v1", "m1");
        assertThat(new Talk(file, "Anna", "support", null).conversation("v1", "m1")).isEqualTo(once);
        assertThat(Ids.isValid(once)).isTrue();
    }

    @Test
    void whateverChangesTheMessageMakesAnotherConversation() throws Exception {
        var other = Files.writeString(folder.resolve("other.txt"), "Anna: Hello!\n");
        var ids = Stream.of(new Talk(file, "Anna", "support", null).conversation("v1", "m1"),
                new Talk(file, "Anna", "support", null).conversation("v2", "m1"),
                new Talk(file, "Anna", "support", null).conversation("v1", "m2"),
                new Talk(file, "Ben", "support", null).conversation("v1", "m1"),
                new Talk(file, "Anna", "sales", null).conversation("v1", "m1"),
                new Talk(file, "Anna", null, "support").conversation("v1", "m1"),
                new Talk(other, "Anna", "support", null).conversation("v1", "m1")).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

}
