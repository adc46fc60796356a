package dev.rapport.rules.learned;

import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;

/**
 * Reads a text and lets every learned head listen to it, which takes milliseconds a sentence: for texts that are judged
 * many times later. Safe for threads.
 */
public final class ListeningReader {

    private final TextReader reader = new TextReader();
    private final LearnedSignals learned = LearnedSignals.inJar();
    private final Similarity similarity = Similarity.ofAll();

    /** Any text gives signals; time grows with its length up to six sentences. */
    public TextSignals read(String text) {
        return learned.listened(reader.read(text), similarity::embedding);
    }
}
