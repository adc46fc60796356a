package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rapport.rules.vocabulary.Sayings;

/** Reads a phrase list: one phrase a line, blank lines and what follows a {@code #} left out. */
final class PhraseReader {

    private static final int LONGEST_PHRASE = 200;
    private static final int MOST_WORDS = 30;
    private static final int MOST_PHRASES = 2_000;

    private PhraseReader() {
    }

    /** @param places where to note the place of each phrase */
    static List<String> read(String file, String text, Faults faults, Map<String, Position> places) {
        List<String> phrases = new ArrayList<>();
        int number = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            number++;
            String line = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            int comment = line.indexOf('#');
            String phrase = (comment < 0 ? line : line.substring(0, comment)).strip();
            int column = Math.max(1, raw.indexOf(phrase) + 1);
            if (phrase.isEmpty()) {
                continue;
            }
            if (phrase.length() > LONGEST_PHRASE || phrase.split("\\s+", MOST_WORDS + 2).length > MOST_WORDS) {
                faults.add(file, number, column, "the phrase is too long",
                        "at most " + MOST_WORDS + " words and " + LONGEST_PHRASE + " characters", null);
            } else if (Sayings.words(phrase).chars().noneMatch(Character::isLetterOrDigit)) {
                faults.add(file, number, column, "the phrase has no word in it", "words", null);
            } else if (phrases.stream().anyMatch(phrase::equalsIgnoreCase)) {
                faults.add(file, number, column, "the list has \"" + phrase.toLowerCase(Locale.ROOT) + "\" already",
                        "each phrase once", null);
            } else {
                phrases.add(phrase);
                places.put(phrase, new Position(file, number, column));
            }
            if (phrases.size() > MOST_PHRASES) {
                faults.add(file, number, 1, "the list is too long", "at most " + MOST_PHRASES + " phrases", null);
                break;
            }
        }
        if (phrases.stream().allMatch(Sayings::isCounterExample)) {
            faults.add(file, 1, 1, "the list is empty", "one phrase a line", null);
        }
        return phrases;
    }
}
