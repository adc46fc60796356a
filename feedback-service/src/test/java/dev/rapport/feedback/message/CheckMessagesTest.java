package dev.rapport.feedback.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.feedback.composition.Shipped;

import static org.assertj.core.api.Assertions.assertThat;

class CheckMessagesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theMessagesOfTheHouseAreSound() {
        assertThat(check(Shipped.folder().toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("message files in " + Shipped.folder()
                + ", no faults\n");
    }

    @Test
    void faultsAreToldAndCounted(@TempDir Path folder) throws IOException {
        Files.copy(Shipped.folder().resolve("house.yaml"), folder.resolve("house.yaml"));
        Files.writeString(folder.resolve("B01.yaml"),
                Files.readString(Shipped.folder().resolve("B01.yaml")).replace("polarity: keep", "polarity: keeep"));

        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("B01.yaml:3:11: \"keeep\" as \"polarity\", expected keep or grow, did you mean \"keep\"?\n")
                .endsWith("in 1 message file of " + folder + "\n");
    }

    @Test
    void aWrongCallIsToldApart() {
        assertThat(check()).isEqualTo(2);
        assertThat(check("no-such-folder")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: ", "no-such-folder: no such folder");
    }

    private int check(String... args) {
        return CheckMessages.check(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
