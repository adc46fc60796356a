package dev.rapport.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The script explains its verbs without Java; this holds what it says against what the verbs take. */
class HelpTest {

    private static final Path SCRIPT = Path.of("..", "rapport").toAbsolutePath().normalize();

    static Stream<Object> verbs() {
        return Stream.of(new Coach(), new Demo(), new PlaySample(), new Up());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyOptionOfAVerbIsExplained(Object verb) throws Exception {
        var line = new CommandLine(verb);
        var help = run(line.getCommandName(), "--help");
        assertThat(line.getCommandSpec().options()).flatExtracting(option -> Stream.of(option.names()).toList())
                .filteredOn(name -> !Stream.of("-h", "--help", "-V", "--version").toList().contains(name))
                .allSatisfy(name -> assertThat(help).contains(name));
        assertThat(help).contains("Exit codes: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "rules", "detect", "evaluate", "bench", "build", "test"})
    void everyOtherVerbIsExplainedToo(String verb) throws Exception {
        assertThat(run(verb, "--help")).startsWith("./rapport " + verb).contains("Exit codes: ");
    }

    private static String run(String... words) throws Exception {
        var process = new ProcessBuilder(Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(words)).toList())
                .redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
