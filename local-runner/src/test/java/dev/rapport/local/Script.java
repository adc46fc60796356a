package dev.rapport.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code ./rapport} of this checkout as a person would, with what has just been packaged and a house of its own. */
record Script(Path checkout, Path data) {

    /** What it said and how it ended. */
    record Ended(int exit, String out, String err) {

        @Override
        public String toString() {
            return "exit " + exit + "\n" + out + err;
        }
    }

    static Script with(Path data) {
        return new Script(Path.of(System.getProperty("rapport.home")), data);
    }

    Ended rapport(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("./rapport"), Stream.of(words)).toList());
    }

    /** Runs a line of shell. */
    Ended shell(String line) throws IOException, InterruptedException {
        return run(List.of("bash", "-c", line));
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        // into files: a house that stays behind would hold a pipe open
        var out = Files.createTempFile("rapport", ".out");
        var err = Files.createTempFile("rapport", ".err");
        try {
            var builder = new ProcessBuilder(command).directory(checkout.toFile()).redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("RAPPORT_DATA", data.toString());
            builder.environment().put("RAPPORT_BUILD", "never");
            builder.environment().put("RAPPORT_JDK", System.getProperty("java.home"));
            var process = builder.start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IllegalStateException(command + " goes on and on: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
