package dev.rapport.rules.detection;

import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;

/** Runs detection over labelled sets and counts. */
final class Evaluation {

    /** Its people punctuated while they labelled, so its marks say what they saw: it is only ever read without. */
    static final Set<String> PUNCTUATED_BY_LABEL = Set.of("mrda");

    private final Corpora corpora;
    private final Detector detector;
    private final int threads;

    Evaluation(Corpora corpora, Detector detector, int threads) {
        this.corpora = corpora;
        this.detector = detector;
        this.threads = threads;
    }

    Measured measure(String set, boolean wordsOnly, Progress progress) throws IOException {
        return measure(set, wordsOnly, progress, (gold, seen) -> {
        });
    }

    /** @param eachLine is told what people and we say of each line */
    Measured measure(String set, boolean wordsOnly, Progress progress, BiConsumer<GoldLine, Detected.Seen> eachLine)
            throws IOException {
        Measured measured = new Measured(corpora.acts(set));
        boolean strip = wordsOnly || PUNCTUATED_BY_LABEL.contains(set);
        Conversations conversations = new Conversations(detector, threads);
        try (LineReader lines = corpora.lines(set); Corpora.GoldLines gold = corpora.gold(set)) {
            conversations.run(() -> lines.next().map(line -> strip ? stripped(line) : line),
                    detected -> {
                        for (Detected.Seen seen : detected.lines()) {
                            GoldLine people = gold.next().orElseThrow();
                            measured.take(people, seen.acts(), rounded(seen.uptake()));
                            eachLine.accept(people, seen);
                        }
                        if (detected.conversation() != null) {
                            measured.rapport(detected.conversation().asText(), detected.rapport().isPresent()
                                    ? rounded(detected.rapport().getAsDouble())
                                    : null);
                        }
                        progress.at(detected.lines().size());
                    });
        }
        measured.took(conversations.worked());
        return measured;
    }

    /** As it is written to a file: ties in one are ties in the other. */
    private static Double rounded(Double value) {
        return value == null ? null : DetectedWriter.rounded(value);
    }

    private static Line stripped(Line line) {
        return line instanceof Line.Spoken spoken ? new Line.Spoken(WordsOnly.of(spoken.said())) : line;
    }
}
