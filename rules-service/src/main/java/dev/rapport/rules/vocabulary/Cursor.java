package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the words of one condition once, from left to right, and remembers what it could not understand. A miss ends the
 * attempt to read the words as one form; a fault (an unknown name, a number out of range) does not, so that all faults of
 * a sentence are found together.
 */
final class Cursor {

    /**
     * What could not be understood. What to say of it is worked out only for the attempt that understood most: every
     * sentence is tried in every form, and comparing words with all names is the dear part.
     *
     * @param at index of the word; the number of words for "the sentence ends too early"
     * @param named whether a name or number was expected here rather than a fixed word
     * @param names the fixed words expected
     */
    record Miss(int at, boolean named, List<String> names, Supplier<Said> said) {
    }

    /** @param likeness of what was written to the nearest expected name, 0 to 1 */
    record Said(Problem problem, double likeness) {
    }

    private final List<Word> words;
    private final Lexicon lexicon;
    private int at;
    private Miss miss;
    private final List<Miss> faults = new ArrayList<>();
    private final Map<String, Word> kindsMentioned = new LinkedHashMap<>();

    Cursor(List<Word> words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    int at() {
        return at;
    }

    void goTo(int index) {
        at = index;
    }

    boolean atEnd() {
        return at >= words.size();
    }

    Word word() {
        return words.get(at);
    }

    Word wordAt(int index) {
        return index < words.size() ? words.get(index) : null;
    }

    int size() {
        return words.size();
    }

    void skipArticles() {
        while (!atEnd() && word().isArticle()) {
            at++;
        }
    }

    /** Reads {@code label}, whose articles are free, if it stands here. */
    boolean take(String[] label) {
        int reached = reach(label);
        if (reached < 0) {
            return false;
        }
        at = reached;
        return true;
    }

    /** Index after {@code label}; -1 - (index of the first other word) if it does not stand here. */
    int reach(String[] label) {
        int i = at;
        for (String wanted : label) {
            if (isArticle(wanted)) {
                continue;
            }
            while (i < words.size() && words.get(i).isArticle()) {
                i++;
            }
            if (i >= words.size() || !words.get(i).is(wanted)) {
                return -1 - i;
            }
            i++;
        }
        return i;
    }

    static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an");
    }

    void mention(String kind, Word where) {
        kindsMentioned.putIfAbsent(kind, where);
    }

    Map<String, Word> kindsMentioned() {
        return kindsMentioned;
    }

    List<Miss> faults() {
        return faults;
    }

    Miss miss() {
        return miss;
    }

    void fault(int index, String what, String expected) {
        fault(index, () -> said(index, what, expected, null, 0));
    }

    void fault(int index, Supplier<Said> said) {
        faults.add(new Miss(index, true, List.of(), said));
    }

    Said said(int index, String what, String expected, String didYouMean, double likeness) {
        return new Said(problem(index, what, expected, didYouMean), likeness);
    }

    /** A fixed word or quoted text was expected. */
    void missed(int index, String described, Collection<String> names) {
        if (miss != null && miss.at() >= index) {
            return;
        }
        miss = new Miss(index, described != null, described != null ? List.of() : List.copyOf(names), () -> {
            Word word = wordAt(index);
            String written = word == null ? "" : word.text();
            String nearest = word == null ? null : Nearest.to(written, names).orElse(null);
            String what = word == null
                    ? "the sentence ends too early"
                    : "\"" + word.shown() + "\" is not understood here";
            return said(index, what, described != null ? described : Nearest.expected(written, names), nearest,
                    nearest == null ? 0 : Nearest.likeness(written, nearest));
        });
    }

    private Problem problem(int index, String what, String expected, String didYouMean) {
        if (index < words.size()) {
            Word word = words.get(index);
            return new Problem(word.line(), word.column(), what, expected, didYouMean);
        }
        Word last = words.get(words.size() - 1);
        return new Problem(last.line(), last.endColumn(), what, expected, didYouMean);
    }
}
