package dev.rapport.rules.learned;

import java.util.Set;

/**
 * A labelled sentence of a corpus.
 *
 * @param group what belongs to one talk or thread: never partly trained on and partly held out
 */
record Lesson(String corpus, String group, Set<String> labels, Unit unit, float[] embedding) {

    Lesson {
        labels = Set.copyOf(labels);
    }
}
