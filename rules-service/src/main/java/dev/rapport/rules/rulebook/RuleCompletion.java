package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rapport.rules.vocabulary.English;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.VocabularyGuide;
import dev.rapport.rules.vocabulary.VocabularyGuide.Sort;
import dev.rapport.rules.vocabulary.VocabularyGuide.Suggestion;
import dev.rapport.rules.vocabulary.Word;
import dev.rapport.rules.vocabulary.Word.Shape;

/** What may be written next in the sentence view of a rule. */
public final class RuleCompletion {

    private static final int MOST = 60;

    /**
     * Words that fit.
     *
     * @param from where the word at the caret begins, offset in the text
     * @param to the caret: what lies between is replaced
     * @param text to write; where it is a placeholder, what is expected here, in words
     * @param sort of what it is
     * @param explanation what the condition means that it begins; null elsewhere
     * @param placeholder whether the text must not be written but only shown
     */
    public record Completion(int from, int to, String text, Sort sort, String explanation, boolean placeholder) {
    }

    private RuleCompletion() {
    }

    /**
     * What may follow at the caret, that which begins like the word at the caret only; at most 60.
     *
     * @param text of a rule, or of several
     * @param caret offset in the text
     */
    public static List<Completion> complete(String text, int caret, Lexicon lexicon) {
        int to = Math.max(0, Math.min(caret, text.length()));
        String before = text.substring(0, to);
        List<Word> all = Scan.words("", before, new Faults());
        List<Word> words = all;
        int from = to;
        if (!words.isEmpty() && !commented(before)) {
            Word last = words.get(words.size() - 1);
            int start = before.lastIndexOf('\n') + 1 + last.column() - 1;
            boolean onThisLine = last.line() == (int) before.chars().filter(c -> c == '\n').count() + 1;
            boolean touches = onThisLine && (last.shape() == Shape.QUOTED
                    ? before.indexOf('"', start + 1) < 0
                    : last.endColumn() - 1 + before.lastIndexOf('\n') + 1 == to);
            if (touches && last.shape() != Shape.MARK) {
                from = start;
                words = words.subList(0, words.size() - 1);
            }
        } else if (commented(before)) {
            return List.of();
        }
        String begun = before.substring(from).toLowerCase(Locale.ROOT);
        Map<String, Completion> found = new LinkedHashMap<>();
        for (Suggestion each : after(words, lexicon)) {
            boolean fits = each.placeholder()
                    ? begun.isEmpty()
                    : each.text().toLowerCase(Locale.ROOT)
                            .startsWith(begun) && !each.text().equalsIgnoreCase(begun);
            if (fits && found.size() < MOST) {
                found.putIfAbsent(each.text(), new Completion(from, to, each.text(), each.sort(),
                        each.name() == null
                                ? null
                                : VocabularyGuide.named(each.name()).map(p -> p.explanation()).orElse(null),
                        each.placeholder()));
            }
        }
        if (from < to) {
            // a comma may follow the word at once
            after(all, lexicon).stream().map(Suggestion::text).filter(next -> next.startsWith(","))
                    .forEach(next -> found.putIfAbsent(next, new Completion(to, to, next, Sort.WORDING, null, false)));
        }
        return List.copyOf(found.values());
    }

    private static boolean commented(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            if (c == '#' && !quoted) {
                return true;
            }
        }
        return false;
    }

    private static List<Suggestion> after(List<Word> all, Lexicon lexicon) {
        int rule = -1;
        for (int i = 0; i < all.size(); i++) {
            rule = all.get(i).firstOfLine() && all.get(i).is("rule") ? i : rule;
        }
        List<Word> words = rule < 0 ? all : all.subList(rule, all.size());
        if (rule < 0 && words.stream().noneMatch(word -> word.is("when"))) {
            // a condition on its own, as in a field of a table
            return words.isEmpty()
                    ? concat(plain("rule"), VocabularyGuide.next(words, lexicon))
                    : conditions(words, lexicon);
        }
        int when = index(words, "when", 0);
        if (when < 0) {
            return header(words);
        }
        int then = then(words, when);
        return then < 0
                ? conditions(words.subList(when, words.size()), lexicon)
                : conclusion(words.subList(then + 1, words.size()), lexicon);
    }

    /** Where the conclusion begins; after a comma "then" goes on with a sequence. */
    private static int then(List<Word> words, int from) {
        for (int i = from; i < words.size(); i++) {
            if (RuleReader.isThen(words, i) && !words.get(i - 1).is(",")) {
                return i;
            }
        }
        return -1;
    }

    private static int index(List<Word> words, String word, int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Suggestion> header(List<Word> words) {
        Word last = words.get(words.size() - 1);
        if (last.is("rule")) {
            return placeholder("the name of the rule in quotation marks");
        } else if (last.is("code")) {
            return placeholder("a code such as B20");
        } else if (last.is("owner") || last.is("source")) {
            return placeholder(last.is("owner")
                    ? "who answers for it, in quotation marks"
                    : "what it rests on, in quotation marks");
        } else if (last.is("review")) {
            return plain("by");
        } else if (last.is("by")) {
            return placeholder("year-month-day");
        } else if (last.is("severity")) {
            return plain("minor", "moderate", "major");
        }
        List<String> left = new ArrayList<>();
        for (String attribute : List.of("code", "owner", "source", "review by", "severity", "when")) {
            if (index(words, attribute.split(" ")[0], 0) < 0) {
                left.add(attribute);
            }
        }
        return plain(left.toArray(new String[0]));
    }

    private static List<Suggestion> conditions(List<Word> words, Lexicon lexicon) {
        int start = 0;
        boolean group = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean dash = word.firstOfLine() && word.shape() == Shape.MARK && word.text().equals("-");
            boolean groupWord = word.is("of") && i > 0 && (words.get(i - 1).is("any") || words.get(i - 1).is("none"));
            if (word.is("when") || word.is("and") || word.is("unless") || dash) {
                start = i + 1;
                group = dash;
            } else if (groupWord && start == i - 1) {
                start = i + 1;
                group = true;
            }
        }
        List<Word> condition = words.subList(start, words.size());
        List<Suggestion> next = new ArrayList<>();
        boolean afterGroup = start > 0 && words.get(start - 1).is("of");
        if (condition.isEmpty() && afterGroup) {
            return plain("-");
        }
        if (condition.size() == 1 && !group && (condition.get(0).is("any") || condition.get(0).is("none"))) {
            return plain("of");
        }
        next.addAll(VocabularyGuide.next(condition, lexicon));
        if (condition.isEmpty() && !group) {
            next.addAll(plain("any of", "none of"));
            if (start == 1 && words.get(0).is("when")) {
                // a rule may begin with what takes a case out
                next.addAll(plain("unless"));
            }
        }
        if (!condition.isEmpty() && (VocabularyGuide.isWhole(condition, lexicon)
                || Vocabulary.read(condition, lexicon) instanceof dev.rapport.rules.vocabulary.Reading.Understood)) {
            next.addAll(plain(group
                    ? new String[]{"-", "and", "unless", "then"}
                    : new String[]{"and", "unless", "then"}));
        }
        return next;
    }

    private static List<Suggestion> conclusion(List<Word> words, Lexicon lexicon) {
        if (words.isEmpty()) {
            return plain("observe", "the turn is");
        }
        int size = words.size();
        if (words.get(0).is("observe")) {
            boolean named = size > 1 && words.get(1).shape() == Shape.QUOTED;
            return switch (named ? size : Math.min(size, 1)) {
                case 1 -> placeholder("the behaviour in quotation marks");
                case 2, 3, 4 -> plain(String.join(" ", List.of("as", "something", "to").subList(size - 2, 3)));
                case 5 -> plain("keep", "grow", "know");
                case 6 -> plain(", clearly", ", likely", ", unsure");
                case 7 -> plain("clearly", "likely", "unsure");
                default -> List.of();
            };
        }
        if (words.get(size - 1).is(",")) {
            return plain("clearly", "likely", "unsure");
        }
        List<String> fixed = List.of("the", "turn", "is");
        if (size < 3) {
            return plain(String.join(" ", fixed.subList(size, 3)));
        }
        List<Suggestion> next = new ArrayList<>();
        if (words.stream().anyMatch(word -> word.is(","))) {
            return next;
        }
        List<String> begun = words.subList(3, size).stream().filter(word -> !word.is("a") && !word.is("an"))
                .map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
        for (String kind : VocabularyGuide.kinds(lexicon)) {
            String rest = begun.isEmpty() ? size > 3 ? kind : English.withArticle(kind) : kind;
            String written = begun.isEmpty() ? "" : String.join(" ", begun) + " ";
            if (kind.startsWith(written)) {
                next.add(new Suggestion(rest.substring(written.length()), Sort.KINDS, null, false));
            }
        }
        if (!begun.isEmpty()) {
            next.addAll(plain(", clearly", ", likely", ", unsure"));
        }
        return next;
    }

    private static List<Suggestion> placeholder(String text) {
        return List.of(new Suggestion(text, Sort.TEXT, null, true));
    }

    private static List<Suggestion> plain(String... texts) {
        return List.of(texts).stream().map(text -> new Suggestion(text, Sort.WORDING, null, false)).toList();
    }

    private static List<Suggestion> concat(List<Suggestion> one, List<Suggestion> other) {
        List<Suggestion> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
