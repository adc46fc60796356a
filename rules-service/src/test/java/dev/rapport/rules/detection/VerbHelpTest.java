package dev.rapport.rules.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.rules.learned.Learn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.assertj.core.api.Assertions.assertThat;

/** The script explains its verbs without Java; this holds what it says against what the verbs take. */
class VerbHelpTest {

    private static final Path SCRIPT = Path.of("..", "rapport").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(classes = {Detect.class, Evaluate.class, Bench.class, Learn.class})
    void everyOptionOfAVerbIsExplained(Class<?> verb) throws Exception {
        String name = verb.getAnnotation(Command.class).name();
        List<String> options = Arrays.stream(verb.getDeclaredFields()).map(field -> field.getAnnotation(Option.class))
                .filter(option -> option != null && !option.hidden()).flatMap(option -> Stream.of(option.names()))
                .toList();
        assertThat(help(name)).startsWith("./rapport " + name).contains("Exit codes: ").contains(options);
    }

    private static String help(String verb) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(SCRIPT.toString(), verb, "--help").redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
