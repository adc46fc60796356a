package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A typed gap in a sentence.
 *
 * @param <T> type of the value that fills it
 */
public abstract sealed class Slot<T> {

    private final String name;

    private Slot(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** Reads a value; null after a miss or a fault, which the cursor then holds. */
    abstract T read(Cursor cursor, Form.Next next);

    /** The value in words; empty for nothing. */
    abstract String write(T value);

    /** The value so that different values differ. */
    String key(T value) {
        return write(value);
    }

    /** One of a few fixed wordings. */
    static final class Choice<T> extends Slot<T> {

        private final Map<String, T> labels;
        private final Map<T, String> canonical = new LinkedHashMap<>();
        private final List<String[]> longestFirst = new ArrayList<>();
        private final T whenAbsent;

        /**
         * @param labels in the order of preference: the first label of a value is the one written
         * @param whenAbsent the value where none of the labels stands; null if one must
         */
        Choice(String name, Map<String, T> labels, T whenAbsent) {
            super(name);
            this.labels = new LinkedHashMap<>(labels);
            this.whenAbsent = whenAbsent;
            this.labels.forEach((label, value) -> canonical.putIfAbsent(value, label));
            this.labels.keySet().stream().map(label -> label.split(" "))
                    .sorted(Comparator.comparingInt((String[] label) -> -wordsNeeded(label)))
                    .forEach(longestFirst::add);
        }

        /** Articles are free, so "has a" is read by "has" alone and must be tried after "has no". */
        private static int wordsNeeded(String[] label) {
            return (int) Arrays.stream(label).filter(word -> !Cursor.isArticle(word)).count();
        }

        Set<T> values() {
            Set<T> values = new LinkedHashSet<>(canonical.keySet());
            if (whenAbsent != null) {
                values.add(whenAbsent);
            }
            return values;
        }

        /** Whether nothing may stand there. */
        boolean optional() {
            return whenAbsent != null;
        }

        @Override
        T read(Cursor cursor, Form.Next next) {
            int furthest = -1;
            Set<String> expected = new LinkedHashSet<>();
            for (String[] label : longestFirst) {
                if (cursor.take(label)) {
                    return labels.get(String.join(" ", label));
                }
                int stuck = -1 - cursor.reach(label);
                if (stuck > furthest) {
                    furthest = stuck;
                    expected.clear();
                }
                if (stuck == furthest) {
                    expected.add(wordAfter(label, cursor, stuck));
                }
            }
            if (whenAbsent != null) {
                return whenAbsent;
            }
            cursor.missed(furthest, null, expected);
            return null;
        }

        /** The label from the word on where reading got stuck. */
        private static String wordAfter(String[] label, Cursor cursor, int stuck) {
            int taken = 0;
            for (int i = cursor.at(); i < stuck; i++) {
                taken += cursor.wordAt(i).isArticle() ? 0 : 1;
            }
            int i = 0;
            while (taken > 0 || Cursor.isArticle(label[i])) {
                taken -= Cursor.isArticle(label[i]) ? 0 : 1;
                i++;
            }
            return label[i];
        }

        @Override
        String write(T value) {
            return canonical.getOrDefault(value, "");
        }

        @Override
        String key(T value) {
            return String.valueOf(value);
        }
    }

    /** A whole number within a range. */
    static final class Number extends Slot<Integer> {

        private static final List<String> IN_WORDS = List.of("zero", "one", "two", "three", "four", "five", "six",
                "seven", "eight", "nine", "ten", "eleven", "twelve");

        private final int least;
        private final int most;

        Number(String name, int least, int most) {
            super(name);
            this.least = least;
            this.most = most;
        }

        int least() {
            return least;
        }

        int most() {
            return most;
        }

        @Override
        Integer read(Cursor cursor, Form.Next next) {
            String range = "a whole number from " + least + " to " + most;
            if (cursor.atEnd()) {
                cursor.missed(cursor.at(), range, List.of());
                return null;
            }
            Word word = cursor.word();
            int inWords = word.shape() == Word.Shape.WORD ? IN_WORDS.indexOf(word.plain()) : -1;
            if (word.shape() != Word.Shape.NUMBER && inWords < 0) {
                cursor.missed(cursor.at(), range, List.of());
                return null;
            }
            long value = inWords >= 0 ? inWords : parsed(word.text());
            if (value < least || value > most) {
                cursor.fault(cursor.at(), word.shown() + " is out of range", range);
                value = least;
            }
            cursor.goTo(cursor.at() + 1);
            return (int) value;
        }

        private static long parsed(String digits) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException tooLong) {
                return Long.MAX_VALUE;
            }
        }

        @Override
        String write(Integer value) {
            return value.toString();
        }
    }

    /** One or several kinds of turn that the rulebook knows. */
    static final class Kinds extends Slot<List<String>> {

        enum Said {
            /** "a question or a reply" */
            WITH_ARTICLE,
            /** "question" */
            BARE,
            /** "questions" */
            PLURAL
        }

        private final Said said;
        private final boolean several;

        Kinds(String name, Said said, boolean several) {
            super(name);
            this.said = said;
            this.several = several;
        }

        boolean several() {
            return several;
        }

        @Override
        List<String> read(Cursor cursor, Form.Next next) {
            List<String> kinds = new ArrayList<>();
            do {
                cursor.skipArticles();
                if (cursor.atEnd()) {
                    cursor.missed(cursor.at(), "a kind of turn", List.of());
                    return null;
                }
                String kind = known(cursor);
                if (kind == null) {
                    unknown(cursor, next);
                } else if (!kinds.contains(kind)) {
                    kinds.add(kind);
                }
            } while (several && cursor.take(new String[]{"or"}));
            return kinds;
        }

        private static String known(Cursor cursor) {
            int start = cursor.at();
            StringBuilder saying = new StringBuilder();
            String found = null;
            int after = start;
            for (int i = start; i < cursor.size() && i < start + Lexicon.MOST_WORDS_IN_A_KIND
                    && cursor.wordAt(i).shape() == Word.Shape.WORD; i++) {
                saying.append(i == start ? "" : " ").append(cursor.wordAt(i).plain());
                String kind = cursor.lexicon().kind(saying.toString());
                if (kind != null) {
                    found = kind;
                    after = i + 1;
                }
            }
            if (found != null) {
                cursor.mention(found, cursor.wordAt(start));
                cursor.goTo(after);
            }
            return found;
        }

        /** Passes over the words that should have been a kind: up to the next word the sentence may go on with. */
        private void unknown(Cursor cursor, Form.Next next) {
            int start = cursor.at();
            int i = start;
            StringBuilder written = new StringBuilder();
            while (i < cursor.size() && !next.couldBe(cursor.wordAt(i))
                    && !(several && cursor.wordAt(i).is("or"))) {
                written.append(i == start ? "" : " ").append(cursor.wordAt(i).plain());
                i++;
            }
            int end = i;
            cursor.fault(start, () -> said(cursor, start, end, written.toString()));
            cursor.goTo(end);
        }

        private static Cursor.Said said(Cursor cursor, int start, int end, String written) {
            var kinds = cursor.lexicon().kinds();
            String nearest = Nearest.to(written, kinds).orElse(null);
            int at = start;
            String shown = end == start ? cursor.wordAt(start).shown() : shown(cursor, start, end);
            if (nearest != null) {
                // the brief way to say it: point at the one word that is wrong
                List<String> right = List.of(nearest.split(" "));
                for (int w = start; w < end; w++) {
                    if (!right.contains(cursor.wordAt(w).plain())) {
                        at = w;
                        shown = cursor.wordAt(w).shown();
                        break;
                    }
                }
            }
            String expected = kinds.isEmpty() ? "an act rule that says what one is" : Nearest.expected(written, kinds);
            return cursor.said(at, "\"" + shown + "\" is no kind of turn", expected, nearest,
                    nearest == null ? 0 : Nearest.likeness(written, nearest));
        }

        private static String shown(Cursor cursor, int from, int to) {
            StringBuilder shown = new StringBuilder();
            for (int i = from; i < to && i < from + Lexicon.MOST_WORDS_IN_A_KIND; i++) {
                shown.append(i == from ? "" : " ").append(cursor.wordAt(i).shown());
            }
            return shown.toString();
        }

        @Override
        String write(List<String> kinds) {
            return English.or(kinds.stream().map(kind -> switch (said) {
                case WITH_ARTICLE -> English.withArticle(kind);
                case BARE -> kind;
                case PLURAL -> English.plural(kind);
            }).toList());
        }

        @Override
        String key(List<String> kinds) {
            return String.join("|", kinds);
        }
    }

    /** The quoted name of a phrase list. */
    static final class PhraseList extends Slot<String> {

        PhraseList(String name) {
            super(name);
        }

        @Override
        String read(Cursor cursor, Form.Next next) {
            if (cursor.atEnd() || cursor.word().shape() != Word.Shape.QUOTED) {
                cursor.missed(cursor.at(), "the name of a phrase list in quotation marks", List.of());
                return null;
            }
            String list = English.plain(cursor.word().text());
            if (!cursor.lexicon().lists().contains(list)) {
                int at = cursor.at();
                cursor.fault(at, () -> {
                    var lists = cursor.lexicon().lists();
                    String nearest = Nearest.to(list, lists).orElse(null);
                    return cursor.said(at, "\"" + cursor.wordAt(at).shown() + "\" is no phrase list",
                            lists.isEmpty() ? "a file of that name in phrases/" : Nearest.expected(list, lists),
                            nearest,
                            nearest == null ? 0 : Nearest.likeness(list, nearest));
                });
            }
            cursor.goTo(cursor.at() + 1);
            return list;
        }

        @Override
        String write(String list) {
            return English.quoted(list);
        }
    }

    /** Quoted words. */
    static final class Text extends Slot<String> {

        private static final int LONGEST = 120;

        Text(String name) {
            super(name);
        }

        @Override
        String read(Cursor cursor, Form.Next next) {
            if (cursor.atEnd() || cursor.word().shape() != Word.Shape.QUOTED) {
                cursor.missed(cursor.at(), "words in quotation marks", List.of());
                return null;
            }
            String text = cursor.word().text().strip();
            if (text.isEmpty()) {
                cursor.fault(cursor.at(), "there is nothing between the quotation marks",
                        "words in quotation marks");
            } else if (text.length() > LONGEST) {
                cursor.fault(cursor.at(), "\"" + cursor.word().shown() + "\" is too long",
                        "at most " + LONGEST + " characters");
            }
            cursor.goTo(cursor.at() + 1);
            return text;
        }

        @Override
        String write(String text) {
            return English.quoted(text);
        }
    }

    /** Quoted names joined by "or". */
    static final class Names extends Slot<List<String>> {

        Names(String name) {
            super(name);
        }

        @Override
        List<String> read(Cursor cursor, Form.Next next) {
            List<String> names = new ArrayList<>();
            do {
                if (cursor.atEnd() || cursor.word().shape() != Word.Shape.QUOTED) {
                    cursor.missed(cursor.at(), "a name in quotation marks", List.of());
                    return null;
                }
                String name = English.plain(cursor.word().text());
                if (name.isEmpty()) {
                    cursor.fault(cursor.at(), "there is nothing between the quotation marks",
                            "a name in quotation marks");
                } else if (!names.contains(name)) {
                    names.add(name);
                }
                cursor.goTo(cursor.at() + 1);
            } while (cursor.take(new String[]{"or"}));
            return names;
        }

        @Override
        String write(List<String> names) {
            return English.quotedOr(names);
        }
    }
}
