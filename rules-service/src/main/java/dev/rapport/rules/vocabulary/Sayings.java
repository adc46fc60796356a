package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Locale;

/**
 * The lines of a phrase list: phrases to look for, or example sentences to compare with, and after {@code not:}
 * counter-examples, which only comparing knows.
 */
public record Sayings(List<String> examples, List<String> counterExamples) {

    private static final String NOT = "not:";

    public Sayings {
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
    }

    public static Sayings of(List<String> lines) {
        return new Sayings(lines.stream().filter(line -> !isCounterExample(line)).toList(),
                lines.stream().filter(Sayings::isCounterExample).map(Sayings::words).toList());
    }

    public static boolean isCounterExample(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(NOT);
    }

    /** What is to be said or not, without the mark of a counter-example. */
    public static String words(String line) {
        return isCounterExample(line) ? line.substring(NOT.length()).strip() : line;
    }
}
