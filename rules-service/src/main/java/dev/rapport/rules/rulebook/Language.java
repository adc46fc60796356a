package dev.rapport.rules.rulebook;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.signals.LanguageReader;
import dev.rapport.rules.signals.LanguageWords;

/**
 * A language other than English: what a turn in it is can be seen, what it shows is not judged.
 *
 * @param tag BCP 47, e.g. {@code de}
 * @param rulebook of act rules only
 */
public record Language(String tag, Rulebook rulebook, LanguageWords words) {

    public Judge judge() {
        return Judge.of(rulebook, words);
    }

    public LanguageReader reader() {
        return new LanguageReader(words);
    }
}
