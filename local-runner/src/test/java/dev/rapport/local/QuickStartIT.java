package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Does what the README tells a newcomer to do. */
class QuickStartIT {

    private static final Pattern TRY_IT = Pattern.compile("^#+ Try it\\s.*?^```sh\\n(.*?)^```",
            Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path temporary;

    @Test
    void everyCommandOfTheReadmeWorks() throws Exception {
        var script = Script.with(temporary.resolve("house"));
        var commands = commands(Files.readString(script.checkout().resolve("README.md")));
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2).allMatch(command -> command.startsWith("./rapport "));
        for (var command : commands) {
            var ended = script.shell(command);
            assertThat(ended.exit()).as(command + "\n" + ended).isZero();
            assertThat(ended.out()).as(command).isNotBlank();
        }
        assertThat(new HouseFolder(temporary.resolve("house")).isTaken()).as("a house is left running").isFalse();
    }

    private static List<String> commands(String readme) {
        var block = TRY_IT.matcher(readme);
        assertThat(block.find()).as("README.md has a heading \"Try it\" with a block of sh").isTrue();
        return block.group(1).lines().map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
