package dev.rapport.rules.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rapport.rules.EngineLog;
import dev.rapport.rules.signals.TextSignals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./rapport evaluate}. */
@Command(name = "evaluate")
public final class Evaluate implements Callable<Integer> {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Option(names = "--corpora", defaultValue = "${sys:rapport.home}/../shared/corpora")
    private Path folder;
    @Option(names = "--out")
    private String out;
    @Option(names = "--rulebook", defaultValue = "${sys:rapport.home}/rules")
    private Path rulebook;
    @Option(names = "--sets", split = ",")
    private List<String> sets = List.of();
    @Option(names = "--stripped")
    private boolean stripped;
    @Option(names = "--no-learned-signals")
    private boolean noLearnedSignals;
    @Option(names = "--mistakes")
    private Integer mistakes;
    @Option(names = "--act")
    private Act act;
    @Option(names = "--document", hidden = true, defaultValue = "${sys:rapport.home}/docs/detection.md")
    private Path document;
    @Spec
    private CommandSpec spec;

    private final Clock clock;
    private final Streams streams;

    private Evaluate(Clock clock, Streams streams) {
        this.clock = clock;
        this.streams = streams;
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        System.exit(run(Clock.systemUTC(), Streams.standard(), args));
    }

    static int run(Clock clock, Streams streams, String... args) {
        return Verb.run(new Evaluate(clock, streams), streams.err(), args);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(folder.resolve(Corpora.SCORED))) {
            throw wrong("no labelled sets in " + folder.normalize() + " (it has no " + Corpora.SCORED + ")");
        }
        if ((mistakes == null) != (act == null)) {
            throw wrong("--mistakes and --act go together");
        }
        if (mistakes != null && (mistakes < 1 || out != null)) {
            throw wrong("--mistakes takes a number from 1 on, and is only ever printed");
        }
        Corpora corpora = new Corpora(folder);
        List<String> chosen = sets.isEmpty() ? corpora.sets() : sets;
        for (String set : chosen) {
            if (!corpora.sets().contains(set)) {
                throw wrong("there is no set \"" + set + "\", but " + String.join(", ", corpora.sets()));
            }
        }
        DetectionRules rules = DetectionRules.in(rulebook, !noLearnedSignals);
        if (!(rules instanceof DetectionRules.Usable usable)) {
            return Verb.refused(rulebook, rules, streams.err());
        }
        return mistakes == null ? document(corpora, chosen, usable) : mistakes(corpora, chosen, usable);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private int document(Corpora corpora, List<String> chosen, DetectionRules.Usable usable) throws IOException {
        boolean isFull = sets.isEmpty() && !stripped && !noLearnedSignals;
        boolean headsAsked = DetectionRules.asksAHead(usable.rules().rulebook());
        boolean compare = !stripped && !noLearnedSignals;
        Detector unlearned = compare && headsAsked
                ? new Detector(((DetectionRules.Usable) DetectionRules.in(rulebook, false)).rules())
                : null;
        Evaluation evaluation = new Evaluation(corpora, new Detector(usable.rules()), THREADS);
        List<DetectionDocument.Result> results = new ArrayList<>();
        for (String set : chosen) {
            Measured main = measure(evaluation, set, stripped, "");
            boolean isStripped = Evaluation.PUNCTUATED_BY_LABEL.contains(set);
            Measured wordsOnly = !compare
                    ? null
                    : isStripped ? main : measure(evaluation, set, true, ", words only");
            Measured without = unlearned == null
                    ? compare ? main : null
                    : measure(new Evaluation(corpora, unlearned, THREADS), set, false, ", no learned signals");
            results.add(new DetectionDocument.Result(set, main, wordsOnly, without));
        }
        String written = DetectionDocument.of(
                new DetectionDocument.Run(LocalDate.now(clock), usable.rules().version(), TextSignals.VERSION, THREADS,
                        new Variant(stripped, !noLearnedSignals), usable.kinds(), headsAsked),
                corpora, new References(), results);
        // part of the figures must not take the place of all of them unasked
        String where = out != null ? out : isFull ? document.toString() : "-";
        if (where.equals("-")) {
            streams.out().print(written);
            streams.out().flush();
        } else {
            Files.writeString(Path.of(where), written, StandardCharsets.UTF_8);
            streams.err().println("written: " + Path.of(where).normalize());
        }
        return Detect.DONE;
    }

    private Measured measure(Evaluation evaluation, String set, boolean wordsOnly, String way)
            throws IOException {
        Progress progress = new Progress("lines of " + set + way, streams.err());
        try {
            return evaluation.measure(set, wordsOnly, progress);
        } finally {
            progress.end();
        }
    }

    /** For a developer's own eyes: prints what others said, so it goes nowhere else. */
    private int mistakes(Corpora corpora, List<String> chosen, DetectionRules.Usable usable) throws IOException {
        Evaluation evaluation = new Evaluation(corpora, new Detector(usable.rules()), THREADS);
        for (String set : chosen) {
            if (!corpora.acts(set).contains(act)) {
                continue;
            }
            Map<String, Integer> shown = new HashMap<>();
            Map<String, GoldLine> before = new HashMap<>();
            Progress progress = new Progress("lines of " + set, streams.err());
            evaluation.measure(set, stripped, progress, (people, seen) -> {
                boolean theirs = people.labels().contains(act.name());
                boolean ours = seen.acts().getOrDefault(act, 0.0) >= Act.SAID;
                String kind = theirs ? "missed" : "wrong";
                if (people.counts() && theirs != ours && !people.ignored().contains(act.name())
                        && shown.merge(kind, 1, Integer::sum) <= mistakes) {
                    streams.out()
                            .println(set + " " + people.conversation() + " " + people.turn() + " " + kind + " " + act
                                    + "; people: " + people.labels() + ", we: " + seen.acts().keySet());
                    GoldLine last = before.get(people.conversation());
                    if (last != null) {
                        streams.out().println("    (" + last.speaker() + ") " + last.text());
                    }
                    streams.out().println("    " + people.speaker() + ": " + people.text());
                }
                before.put(people.conversation(), people);
            });
            progress.erase();
            streams.out().println(set + " " + act + ": " + shown.getOrDefault("missed", 0) + " missed, "
                    + shown.getOrDefault("wrong", 0) + " wrong");
        }
        return Detect.DONE;
    }
}
