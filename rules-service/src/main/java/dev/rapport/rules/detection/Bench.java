package dev.rapport.rules.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.rapport.events.Role;
import dev.rapport.rules.EngineLog;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.Judgement;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.vocabulary.Sayings;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.SimpleTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./rapport bench detect}: what a turn costs, part by part, each beside something comparable in the same run, since
 * on another machine only the ratio holds.
 */
@Command(name = "bench")
public final class Bench implements Callable<Integer> {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String TAGGER = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    /** Turns before anything counts, so that the compiler is done. */
    private static final int WARMING = 4_000;
    private static final int MEASURED = 4_000;
    /** Embedding takes milliseconds. */
    private static final int EMBEDDED = 200;

    @Option(names = "--in")
    private Path in;
    @Option(names = "--rulebook", defaultValue = "${sys:rapport.home}/rules")
    private Path rulebook;
    @Spec
    private CommandSpec spec;

    private final Streams streams;

    private Bench(Streams streams) {
        this.streams = streams;
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        System.exit(run(Streams.standard(), args));
    }

    static int run(Streams streams, String... args) {
        return Verb.run(new Bench(streams), streams.err(), args);
    }

    /** A turn with everything before it, as the rules get it. */
    private record Given(String text, TextSignals signals, Moment moment) {
    }

    /** Does something with a turn; what it returns keeps the compiler from leaving it out. */
    private interface Part {
        int work(Given turn);
    }

    @Override
    public Integer call() throws IOException {
        if (in != null && !Files.isRegularFile(in)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + in);
        }
        DetectionRules rules = DetectionRules.in(rulebook, true);
        if (!(rules instanceof DetectionRules.Usable usable)) {
            return Verb.refused(rulebook, rules, streams.err());
        }
        List<List<Line>> talks = in == null ? examples(usable.rules().rulebook()) : talks(in);
        Judge judge = new Judge(usable.rules().rulebook());
        TextReader reader = new TextReader();
        List<Given> turns = turns(talks, judge, reader);
        print("%d turns of %d conversations (%s), rulebook %s, Java %s", turns.size(), talks.size(),
                in == null ? "the examples of the rulebook" : in, usable.rules().version(),
                Runtime.version().feature());
        print("");
        print("| part | p50 µs | p99 µs | beside | p50 µs | ratio |");
        print("|---|--:|--:|---|--:|--:|");
        POSTaggerME tagger = tagger();
        PhraseLists lists = phraseLists(usable.rules().rulebook());
        List<String> phrases = usable.rules().rulebook().phrases().values().stream().flatMap(List::stream)
                .map(line -> line.toLowerCase(Locale.ROOT)).toList();
        row("words, parts of speech, clauses", turns, turn -> reader.read(turn.text()).words(),
                "words and parts of speech alone (OpenNLP)",
                turn -> tagger.tag(SimpleTokenizer.INSTANCE.tokenize(turn.text())).length);
        row("phrases", turns, turn -> lists.find(turn.signals()).size(), "looking for each phrase in turn", turn -> {
            String low = turn.text().toLowerCase(Locale.ROOT);
            int found = 0;
            for (String phrase : phrases) {
                found += low.contains(phrase) ? 1 : 0;
            }
            return found;
        });
        row("rules", turns, turn -> judge.judge(turn.moment()).acts().size(), "words, parts of speech, clauses",
                turn -> reader.read(turn.text()).words());
        similarity(turns, reader);
        whole(talks, usable.rules().rulebook());
        return Detect.DONE;
    }

    private void print(String words, Object... values) {
        streams.out().println(values.length == 0 ? words : String.format(Locale.ROOT, words, values));
    }

    private void row(String part, List<Given> turns, Part ours, String peer, Part other) {
        long[] one = nanos(turns, ours);
        long[] two = nanos(turns, other);
        row(part, one, peer, two);
    }

    private void row(String part, long[] one, String peer, long[] two) {
        print("| %s | %.1f | %.1f | %s | %.1f | %.2f |", part, at(one, 50), at(one, 99), peer, at(two, 50),
                at(one, 50) / at(two, 50));
    }

    private static long[] nanos(List<Given> turns, Part part) {
        int sum = 0;
        for (int i = 0; i < WARMING; i++) {
            sum += part.work(turns.get(i % turns.size()));
        }
        long[] nanos = new long[Math.max(MEASURED, turns.size())];
        for (int i = 0; i < nanos.length; i++) {
            Given turn = turns.get(i % turns.size());
            long began = System.nanoTime();
            sum += part.work(turn);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return sum == Integer.MIN_VALUE ? new long[1] : nanos;
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e3;
    }

    /** No text twice: what was embedded lately is remembered. */
    private void similarity(List<Given> turns, TextReader reader) {
        Similarity similarity = new Similarity();
        Set<String> texts = new LinkedHashSet<>();
        turns.stream().map(Given::text).filter(text -> !text.isBlank()).limit(EMBEDDED * 10L).forEach(texts::add);
        List<String> each = List.copyOf(texts);
        int warming = Math.min(each.size() / 3, 50);
        each.subList(0, warming).forEach(similarity::embedding);
        List<String> measured = each.subList(warming, Math.min(each.size(), warming + EMBEDDED));
        if (measured.isEmpty()) {
            return;
        }
        long[] ours = new long[measured.size()];
        long[] peers = new long[measured.size()];
        for (int i = 0; i < ours.length; i++) {
            long began = System.nanoTime();
            similarity.embedding(measured.get(i));
            long between = System.nanoTime();
            reader.read(measured.get(i));
            ours[i] = between - began;
            peers[i] = System.nanoTime() - between;
        }
        Arrays.sort(ours);
        Arrays.sort(peers);
        row("similarity, where it is asked", ours, "words, parts of speech, clauses", peers);
    }

    private void whole(List<List<Line>> talks, Rulebook rules) {
        Judge judge = new Judge(rules);
        Detector detector = new Detector(new RulesOfRulebook(judge));
        int turns = talks.stream().mapToInt(List::size).sum();
        int rounds = 1 + MEASURED / turns;
        talks.forEach(detector::detect);
        long compared = judge.turnsCompared();
        long began = THREADS.getCurrentThreadCpuTime();
        for (int round = 0; round < rounds; round++) {
            talks.forEach(detector::detect);
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
        print("");
        print("Detection, everything included, each speaker judged as a learner: %.0f turns/s on one core, %.0f µs a turn.",
                rounds * (double) turns / seconds, seconds * 1e6 / rounds / turns);
        print("Similarity was asked for %.1f %% of the turns.", 100.0 * compared / turns);
    }

    private static POSTaggerME tagger() throws IOException {
        try (InputStream model = Objects.requireNonNull(Bench.class.getResourceAsStream(TAGGER), TAGGER)) {
            return new POSTaggerME(new POSModel(model));
        }
    }

    private static PhraseLists phraseLists(Rulebook rulebook) {
        Map<String, List<String>> lists = new HashMap<>();
        rulebook.phrases().forEach((list, lines) -> lists.put(list, Sayings.of(lines).examples()));
        return new PhraseLists(lists);
    }

    private static List<List<Line>> examples(Rulebook rulebook) {
        List<List<Line>> talks = new ArrayList<>();
        for (Example example : rulebook.examples()) {
            List<Line> talk = new ArrayList<>();
            for (Example.Line line : example.turns()) {
                talk.add(new Line.Spoken(new SpokenLine(new TextNode(example.name()), new IntNode(talk.size() + 1),
                        line.role().name(), false, line.text(), line.startMillis(), line.endMillis(), null,
                        example.kind(), example.stage(), null)));
            }
            talks.add(talk);
        }
        return talks;
    }

    private static List<List<Line>> talks(Path file) {
        Map<String, List<Line>> talks = new LinkedHashMap<>();
        try (LineReader lines = new LineReader(file.toString(),
                new InputStreamReader(Detect.unpacked(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get() instanceof Line.Spoken spoken) {
                    talks.computeIfAbsent(spoken.said().conversation().asText(), id -> new ArrayList<>()).add(spoken);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(talks.values());
    }

    /** Every turn with what was before it, judged once, so that its phrases are found when the rules are timed. */
    private static List<Given> turns(List<List<Line>> talks, Judge judge, TextReader reader) {
        List<Given> turns = new ArrayList<>();
        for (List<Line> talk : talks) {
            List<SeenTurn> before = new ArrayList<>();
            String learner = ((Line.Spoken) talk.get(0)).said().speaker();
            for (Line line : talk) {
                SpokenLine said = ((Line.Spoken) line).said();
                Turn turn = new Turn(before.size() + 1, said.speaker().equals(learner) ? Role.LEARNER : Role.PARTNER,
                        said.speaker(), said.text(), said.startMillis(), said.endMillis(), said.confidence());
                TextSignals signals = reader.read(said.text());
                List<SeenTurn> now = new ArrayList<>(before);
                now.add(new SeenTurn(turn, signals, Map.of()));
                Moment moment = new Moment(new Setting("general", said.stage()), List.copyOf(now));
                Judgement judgement = judge.judge(moment);
                turns.add(new Given(said.text(), signals, moment));
                before.add(new SeenTurn(turn, signals, judgement.acts()));
            }
        }
        return turns;
    }
}
