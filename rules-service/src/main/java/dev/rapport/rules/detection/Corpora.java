package dev.rapport.rules.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A folder of labelled sets: {@code NAME.jsonl.gz}, and {@code SCORED.json}, the labels people looked for in each. */
final class Corpora {

    static final String SCORED = "SCORED.json";
    private static final String ENDING = ".jsonl.gz";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Map<String, Set<String>> labels = new TreeMap<>();

    /** @throws IOException if the folder has no readable {@code SCORED.json} */
    Corpora(Path folder) throws IOException {
        this.folder = folder;
        JsonNode scored = JSON.readTree(folder.resolve(SCORED).toFile());
        scored.properties().forEach(set -> {
            Set<String> names = new TreeSet<>();
            set.getValue().forEach(label -> names.add(label.asText()));
            labels.put(set.getKey(), names);
        });
    }

    /** Names of the sets that are there, sorted. */
    List<String> sets() {
        return labels.keySet().stream().filter(set -> Files.isRegularFile(file(set))).toList();
    }

    /** Names of sets that people labelled but that are not there, sorted. */
    List<String> missing() {
        return labels.keySet().stream().filter(set -> !Files.isRegularFile(file(set))).toList();
    }

    Path file(String set) {
        return folder.resolve(set + ENDING);
    }

    /** Everything people looked for in each line of the set. */
    Set<String> labels(String set) {
        return labels.get(set);
    }

    /** What of it we have a name for. */
    Set<Act> acts(String set) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        Arrays.stream(Act.values()).filter(act -> labels.get(set).contains(act.name())).forEach(acts::add);
        return acts;
    }

    /** Both readers of a set go over it at the same time, line by line, so that it is never in memory. */
    LineReader lines(String set) throws IOException {
        return new LineReader(file(set).getFileName().toString(), text(set));
    }

    GoldLines gold(String set) throws IOException {
        return new GoldLines(text(set));
    }

    private InputStreamReader text(String set) throws IOException {
        InputStream bytes = Files.newInputStream(file(set));
        return new InputStreamReader(Detect.unpacked(bytes), StandardCharsets.UTF_8);
    }

    /** What people say, line by line. */
    static final class GoldLines implements AutoCloseable {

        private final BufferedReader in;

        private GoldLines(InputStreamReader in) {
            this.in = new BufferedReader(in, 1 << 16);
        }

        /** The next line that is not blank; empty at the end. */
        Optional<GoldLine> next() {
            try {
                String line = in.readLine();
                while (line != null && line.isBlank()) {
                    line = in.readLine();
                }
                return line == null ? Optional.empty() : Optional.of(GoldLine.of(JSON.readTree(line)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
