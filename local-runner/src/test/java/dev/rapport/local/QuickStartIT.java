package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final Pattern PRINTED = Pattern.compile("^```text\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void everyCommandOfTheReadmeWorksAndPrintsWhatItShows() throws Exception {
        var script = Script.with(temporary.resolve("house"));
        var readme = Files.readString(script.checkout().resolve("README.md"));
        var commands = commands(readme);
        var printed = new ArrayList<String>();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2).allMatch(command -> command.startsWith("./rapport "));
        for (var command : commands) {
            var ended = script.shell(command);
            assertThat(ended.exit()).as(command + "\n" + ended).isZero();
            assertThat(ended.out()).as(command).isNotBlank();
            printed.add(ended.out().strip());
        }
        printed.add(script.rapport("coach", "samples/discovery-good.vtt", "--learner", "Priya Raman").out().strip());
        // the two messages, after all that the demo prints
        assertThat(PRINTED.matcher(readme).results().map(shown -> shown.group(1).strip()))
                .containsExactlyElementsOf(printed.subList(1, printed.size()));
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
