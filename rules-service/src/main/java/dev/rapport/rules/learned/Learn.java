package dev.rapport.rules.learned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.EngineLog;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.TextReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./rapport learn}: trains the heads anew from labelled conversations and writes their weights. Prints for each
 * head and corpus how it does on talks held out from training, as the table of docs/learned-signals.md.
 */
@Command(name = "learn")
public final class Learn implements Callable<Integer> {

    static final int CANNOT_READ = 1;
    static final int CALLED_WRONGLY = 2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAY_EVERY = 1_000;

    @Option(names = "--corpora", defaultValue = "${sys:rapport.home}/../shared/corpora")
    private Path corpora;
    @Option(names = "--out", defaultValue = "${sys:rapport.home}/rules-service/src/main/resources/" + HeadsFile.NAME)
    private Path out;

    private final TextReader reader = new TextReader();
    private final Similarity similarity = new Similarity();
    private final PrintStream table;
    private final PrintStream progress;

    private Learn(PrintStream table, PrintStream progress) {
        this.table = table;
        this.progress = progress;
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        System.exit(run(System.out, System.err, args));
    }

    /** @return 0, {@link #CANNOT_READ} where a corpus is missing, broken or too small, {@link #CALLED_WRONGLY} */
    static int run(PrintStream table, PrintStream progress, String... args) {
        CommandLine line = new CommandLine(new Learn(table, progress));
        line.setParameterExceptionHandler((wrong, words) -> {
            progress.println("rapport: " + wrong.getMessage() + "; see ./rapport learn --help");
            return CALLED_WRONGLY;
        });
        return line.execute(args);
    }

    @Override
    public Integer call() {
        try {
            train(table);
            return 0;
        } catch (IOException e) {
            progress.println("rapport: cannot read or write " + e.getMessage());
            return CANNOT_READ;
        } catch (IllegalArgumentException e) {
            progress.println("rapport: nothing was learned, " + e.getMessage());
            return CANNOT_READ;
        }
    }

    private void train(PrintStream table) throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        for (String corpus : Syllabus.allCorpora()) {
            read(corpora.resolve(corpus + ".jsonl.gz"), corpus, lessons);
        }
        List<Head> heads = new ArrayList<>();
        table.println("| head | corpus | n | from % | precision | recall | F1 |");
        table.println("|---|---|--:|--:|--:|--:|--:|");
        for (Syllabus syllabus : Syllabus.ALL) {
            progress.println("training " + syllabus.head());
            Teacher.Taught taught = new Teacher(syllabus, lessons).teach();
            heads.add(taught.head());
            syllabus.labels().keySet().forEach(corpus -> taught.marks().get(corpus).forEach(mark -> table.printf(
                    Locale.ROOT, "| %s | %s | %d | %d | %.3f | %.3f | %.3f |%n", syllabus.head(), corpus,
                    mark.lessons(), mark.percent(), mark.precision(), mark.recall(), mark.f1())));
        }
        try (var writer = Files.newBufferedWriter(out)) {
            HeadsFile.write(heads, List.of(
                    "Weights of the learned signals, written by ./rapport learn: not to be edited.",
                    "Learned from advice (MIT), offmychest and casino (CC BY 4.0), p4g (Apache-2.0):",
                    "docs/learned-signals.md has the notices, what each head is for and how often it is right."),
                    writer);
        }
    }

    private void read(Path file, String corpus, List<Lesson> lessons) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            String line;
            int read = 0;
            while ((line = lines.readLine()) != null) {
                JsonNode said = JSON.readTree(line);
                if (said.path("annotated").asBoolean()) {
                    lesson(corpus, said, lessons);
                }
                if (++read % SAY_EVERY == 0) {
                    progress.println(corpus + ": " + read + " lines");
                }
            }
        }
    }

    private void lesson(String corpus, JsonNode said, List<Lesson> lessons) {
        Set<String> labels = new HashSet<>();
        said.path("labels").forEach(label -> labels.add(label.asText()));
        Unit unit = Unit.whole(reader.read(said.path("text").asText()));
        if (!unit.words().isEmpty()) {
            String group = said.path("group").asText(said.path("conversation").asText());
            lessons.add(new Lesson(corpus, group, labels, unit, similarity.embedding(unit.text())));
        }
    }
}
