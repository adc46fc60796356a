package dev.rapport.rules.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rapport.rules.detection.References.Reference;

/**
 * Writes the document that says how often detection is right. It holds figures only, never a word of what was measured on.
 */
final class DetectionDocument {

    /**
     * A set, measured.
     *
     * @param main as it is written, or the one way that was asked for
     * @param wordsOnly null where it was not measured
     * @param unlearned without learned signals; null where it was not measured
     */
    record Result(String set, Measured main, Measured wordsOnly, Measured unlearned) {

        /** What stands beside a reference: not every one is about the text as it is written. */
        Measured beside(Reference reference) {
            return reference != null && reference.wordsOnly() && wordsOnly != null ? wordsOnly : main;
        }
    }

    /**
     * What was measured.
     *
     * @param variant of {@link Result#main()}
     * @param kinds of turn that the rulebook has a rule for
     * @param headsAsked whether a rule asks what a trained head hears: otherwise silencing them changes nothing
     */
    record Run(LocalDate day, String rulebook, int signals, int processors, Variant variant, Set<String> kinds,
            boolean headsAsked) {
    }

    private static final int FEW = 30;
    private static final double MAY_LOSE = 5;

    private final Run run;
    private final Corpora corpora;
    private final References references;
    private final StringBuilder text = new StringBuilder();

    private DetectionDocument(Run run, Corpora corpora, References references) {
        this.run = run;
        this.corpora = corpora;
        this.references = references;
    }

    static String of(Run run, Corpora corpora, References references, List<Result> results) {
        DetectionDocument document = new DetectionDocument(run, corpora, references);
        document.head();
        document.figures(results);
        document.order(results);
        document.lost(results);
        document.missed(results);
        document.cost(results);
        document.foot();
        return document.text.toString();
    }

    private void line(String words, Object... values) {
        text.append(values.length == 0 ? words : String.format(Locale.ROOT, words, values)).append('\n');
    }

    private void head() {
        line("# How often detection is right");
        line("");
        line("Measured on conversations that nobody here wrote, against what people said of them. Written by");
        line("`./rapport evaluate`; do not edit it by hand.");
        line("");
        line("%s, rulebook %s, signals version %d. %s.", run.day(), run.rulebook(), run.signals(), given());
        line("");
        line("- An act counts as seen from a confidence of %s on. F1 is the harmonic mean of precision and recall.",
                Act.SAID);
        line("- The interval holds F1 in 95 of 100 samples like this one: %d resamples of whole conversations, always the",
                Interval.RESAMPLES);
        line("  same ones.");
        line("- The floor is what a trivial rule gets, the human figure what one person gets against the others, where anybody");
        line("  measured it. What we want to reach is set for the development part, which all figures are of.");
        line("- Fewer than %d positives say little; they are marked with *.", FEW);
        line("");
    }

    private String given() {
        Variant variant = run.variant();
        return "The text is given "
                + (variant.wordsOnly() ? "without punctuation and in lower case" : "as it is written")
                + ", learned signals are " + (variant.learnedSignals() ? "used" : "left out");
    }

    private void figures(List<Result> results) {
        line("## Acts");
        line("");
        line("| set | act | lines | positive | precision | recall | F1 | 95 %% interval | floor | human | reach | reached |"
                .replace("%%", "%"));
        line("|---|---|--:|--:|--:|--:|--:|---|--:|--:|--:|---|");
        for (Result result : results) {
            for (Act act : result.main().acts()) {
                Tally tally = result.main().tally(act);
                Interval interval = result.main().interval(act);
                Reference reference = references.of(result.set(), act.name()).orElse(null);
                line("| %s | %s%s | %d | %d | %.3f | %.3f | **%.3f** | %.3f to %.3f | %s | %s | %s | %s |",
                        result.set(),
                        words(act.name()), tally.positives() < FEW ? " *" : "", tally.lines(), tally.positives(),
                        tally.precision(), tally.recall(), tally.f1(), interval.from(), interval.to(),
                        of(reference == null ? null : reference.floor()),
                        of(reference == null ? null : reference.human()),
                        of(reference == null ? null : reference.reach()),
                        reached(reference, result.beside(reference).tally(act).f1())
                                + (result.beside(reference) == result.main() ? "" : " (words only)"));
            }
        }
        line("");
    }

    private void order(List<Result> results) {
        line("## Order");
        line("");
        line("Uptake of a turn is compared with people's by Spearman's rank correlation; conversations of high and low quality by");
        line("how often a high one is put above a low one (AUC). The order of conversations exists for this figure only; no");
        line("person ever sees it.");
        line("");
        line("| set | figure | n | value | 95 % interval | floor | human | reach | reached |");
        line("|---|---|---|--:|---|--:|--:|--:|---|");
        for (Result result : results) {
            Measured main = result.main();
            if (main.pairs() > 2) {
                row(result.set(), References.SPEARMAN, "uptake, Spearman", main.pairs() + " turns", main.spearman(),
                        main.interval(Measured::spearman));
            }
            int[] qualities = main.qualities();
            if (qualities[0] > 0 && qualities[1] > 0) {
                row(result.set(), References.AUC, "quality, AUC", qualities[0] + " high, " + qualities[1] + " low",
                        main.auc(), main.interval(Measured::auc));
            }
        }
        line("");
    }

    private void row(String set, String label, String figure, String n, double value, Interval interval) {
        Reference reference = references.of(set, label).orElse(null);
        line("| %s | %s | %s | **%.3f** | %.3f to %.3f | %s | %s | %s | %s |", set, figure, n, value, interval.from(),
                interval.to(), of(reference == null ? null : reference.floor()),
                of(reference == null ? null : reference.human()), of(reference == null ? null : reference.reach()),
                reached(reference, value));
    }

    private static String reached(Reference reference, double value) {
        if (reference == null || reference.reach() == null) {
            return "";
        }
        double short_ = reference.reach() - value;
        return short_ <= 0 ? "yes" : String.format(Locale.ROOT, "no, %.3f short", short_);
    }

    private static String of(Double figure) {
        return figure == null
                ? ""
                : String.format(Locale.ROOT, figure * 100 % 1 > 1e-6 && figure * 100 % 1 < 1 - 1e-6 ? "%.3f" : "%.2f",
                        figure);
    }

    /** What the other ways of measuring lose, side by side. */
    private void lost(List<Result> results) {
        if (results.stream().allMatch(result -> result.wordsOnly() == null && result.unlearned() == null)) {
            return;
        }
        line("## With less to go by");
        line("");
        line("The same without punctuation and capitals, as plain speech recognition gives it, and without learned signals. F1,");
        line("and how many points (hundredths) it loses; no act should lose more than %.0f without punctuation.",
                MAY_LOSE);
        if (!run.headsAsked()) {
            line("No rule of this rulebook asks a learned signal, so leaving them out changes nothing.");
        }
        line("");
        line("| set | act | F1 | words only | lost | no learned signals | lost |");
        line("|---|---|--:|--:|--:|--:|--:|");
        for (Result result : results) {
            for (Act act : result.main().acts()) {
                double main = result.main().tally(act).f1();
                compared(result.set(), words(act.name()), main,
                        result.wordsOnly() == null ? null : result.wordsOnly().tally(act).f1(),
                        result.unlearned() == null ? null : result.unlearned().tally(act).f1(),
                        result.main().tally(act).positives() >= FEW);
            }
            if (result.main().pairs() > 2) {
                compared(result.set(), "uptake, Spearman", result.main().spearman(),
                        result.wordsOnly() == null ? null : result.wordsOnly().spearman(),
                        result.unlearned() == null ? null : result.unlearned().spearman(), true);
            }
            int[] qualities = result.main().qualities();
            if (qualities[0] > 0 && qualities[1] > 0) {
                compared(result.set(), "quality, AUC", result.main().auc(),
                        result.wordsOnly() == null ? null : result.wordsOnly().auc(),
                        result.unlearned() == null ? null : result.unlearned().auc(), true);
            }
        }
        line("");
    }

    private void compared(String set, String what, double main, Double wordsOnly, Double unlearned, boolean enough) {
        line("| %s | %s | %.3f | %s | %s | %s | %s |", set, what + (enough ? "" : " *"), main, figure(wordsOnly),
                points(main, wordsOnly, enough), figure(unlearned), points(main, unlearned, false));
    }

    private static String figure(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String points(double main, Double less, boolean bounded) {
        if (less == null) {
            return "";
        }
        double points = (main - less) * 100;
        String words = String.format(Locale.ROOT, "%.1f", Math.abs(points) < 0.05 ? 0 : points);
        return bounded && points > MAY_LOSE ? "**" + words + "**" : words;
    }

    private void missed(List<Result> results) {
        List<String> shorts = new ArrayList<>();
        for (Reference reference : references.rows()) {
            results.stream().filter(result -> result.set().equals(reference.set()) && reference.reach() != null)
                    .findFirst().ifPresent(result -> {
                        double value = value(result.beside(reference), reference.label());
                        if (value < reference.reach()) {
                            shorts.add(String.format(Locale.ROOT, "| %s | %s | %.3f | %s | %.3f | %s |",
                                    reference.set(),
                                    words(reference.label())
                                            + (result.beside(reference) == result.main() ? "" : ", words only"),
                                    value, of(reference.reach()), reference.reach() - value,
                                    reference.floor() != null && value < reference.floor() ? "yes" : ""));
                        }
                    });
        }
        line("## What falls short");
        line("");
        if (shorts.isEmpty()) {
            line("Nothing: every figure that was set is reached.");
        } else {
            line("| set | figure | value | reach | short by | even below the trivial rule |");
            line("|---|---|--:|--:|--:|---|");
            shorts.forEach(this::line);
        }
        line("");
    }

    private static double value(Measured measured, String label) {
        return switch (label) {
            case References.SPEARMAN -> measured.spearman();
            case References.AUC -> measured.auc();
            default -> measured.tally(Act.valueOf(label)).f1();
        };
    }

    private void cost(List<Result> results) {
        line("## What it cost");
        line("");
        line("Processor time of the first pass over each set, everything included; %d threads shared it.",
                run.processors());
        line("");
        line("| set | lines | µs a line |");
        line("|---|--:|--:|");
        for (Result result : results) {
            line("| %s | %d | %.0f |", result.set(), result.main().lines(), result.main().microsPerLine());
        }
        line("");
    }

    private void foot() {
        line("## What cannot be seen");
        line("");
        line("- People also labelled what we have no name for; of that nothing is said here:");
        Map<String, Set<String>> byLabels = new TreeMap<>();
        Set<String> ours = Arrays.stream(Act.values()).map(Act::name).collect(Collectors.toSet());
        for (String set : corpora.sets()) {
            for (String label : corpora.labels(set)) {
                if (!ours.contains(label)) {
                    byLabels.computeIfAbsent(label, each -> new TreeSet<>()).add(set);
                }
            }
        }
        for (String set : corpora.sets()) {
            List<String> labels = byLabels.entrySet().stream().filter(each -> each.getValue().contains(set))
                    .map(each -> words(each.getKey())).toList();
            if (!labels.isEmpty()) {
                line("  - %s: %s", set, String.join(", ", labels));
            }
        }
        Set<String> measured = corpora.sets().stream().flatMap(set -> corpora.acts(set).stream()).map(Act::name)
                .collect(Collectors.toSet());
        List<String> unmeasured = Arrays.stream(Act.values()).map(Act::name).filter(act -> !measured.contains(act))
                .map(DetectionDocument::words).toList();
        if (!unmeasured.isEmpty()) {
            line("- No set here labels %s: nothing is known of how well we see them.", String.join(", ", unmeasured));
        }
        List<String> without = Arrays.stream(Act.values()).filter(act -> !run.kinds().contains(act.kind()))
                .map(act -> words(act.name())).toList();
        if (!without.isEmpty()) {
            line("- The rulebook has no rule for %s, so it is never seen.", String.join(", ", without));
        }
        if (!corpora.missing().isEmpty()) {
            line("- Not there when this was measured: %s.", String.join(", ", corpora.missing()));
        }
        line("- esconv allows one label a message, so a second act that is rightly seen counts as wrong: its precision is a");
        line("  lower bound.");
        line("- mrda was punctuated by people who had the acts in mind; it is only ever read without punctuation.");
        line("- advice lies in no order, so its sentences are judged without what was said before them. offmychest has one");
        line("  sentence a conversation.");
        line("- Everything is text. Tone, face and pause are not seen, so irony, a question that only the voice makes, and how a");
        line("  pause feels are not either.");
        line("- Everything is English, mostly American, and most of it was written or spoken by people who knew that they were");
        line("  recorded. How well other kinds of talk are seen is not known.");
        line("- People do not agree with each other either; where their figure is known, it is beside ours.");
        line("");
        line("## Where the figures come from");
        line("");
        line("| set | figure | source of floor and human figure |");
        line("|---|---|---|");
        for (Reference reference : references.rows()) {
            line("| %s | %s | %s |", reference.set(), words(reference.label()), reference.source());
        }
    }

    private static String words(String label) {
        return switch (label) {
            case References.SPEARMAN -> "uptake, Spearman";
            case References.AUC -> "quality, AUC";
            default -> label.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
