package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

class LineFollowerTest {

    @TempDir
    Path folder;

    @Test
    void onlyWholeLinesThatCameLaterAreNews() throws Exception {
        var file = Files.writeString(folder.resolve("log"), "before\n");
        var follower = new LineFollower(file);
        assertThat(follower.news()).isEmpty();
        Files.writeString(file, "broker ready\ndata", APPEND);
        assertThat(follower.news()).containsExactly("broker ready");
        Files.writeString(file, "base ready\n", APPEND);
        assertThat(follower.news()).containsExactly("database ready");
    }
}
