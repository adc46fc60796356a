package dev.rapport.rules.detection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.evaluation.RulesOfRulebook;

/** Transcripts for tests, and the rules of the repository. */
final class Lines {

    /** Made once: the language models take a second. */
    static final RulesOfRulebook RULES = ((DetectionRules.Usable) DetectionRules.in(Path.of("..", "rules"), true))
            .rules();

    private Lines() {
    }

    /** {@code speaker: text} each, in a conversation called c. */
    static String json(String... said) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < said.length; i++) {
            String[] parts = said[i].split(": ", 2);
            lines.append("{\"conversation\":\"c\",\"turn\":%d,\"speaker\":\"%s\",\"text\":\"%s\"}%n"
                    .formatted(i, parts[0], parts[1]));
        }
        return lines.toString();
    }

    static List<Line> of(String... said) {
        return read(json(said));
    }

    static List<Line> read(String json) {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader("talk.jsonl", new StringReader(json))) {
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lines;
    }
}
