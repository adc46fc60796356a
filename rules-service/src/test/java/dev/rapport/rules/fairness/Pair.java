package dev.rapport.rules.fairness;

import java.util.List;

/**
 * Two tellings of the same words.
 *
 * @param group what they differ in
 * @param one turns; the last one is compared, and of a whole talk what all of them show
 */
record Pair(String group, List<String> one, List<String> other) {

    Pair {
        one = List.copyOf(one);
        other = List.copyOf(other);
    }

    /** As a line of {@code known-unequal.txt} says it. */
    String line() {
        return group + " | " + String.join(" > ", one) + " | " + String.join(" > ", other);
    }
}
