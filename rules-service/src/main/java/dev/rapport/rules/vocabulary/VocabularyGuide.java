package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.rapport.rules.vocabulary.Word.Shape;

/**
 * All conditions as an editor shows them: what they mean, which words are fixed and what fills the gaps. Values of gaps
 * are plain texts, numbers and lists, so that they travel as JSON; what fills them is held to the same rules, in the same
 * words, as what is written in a sentence.
 */
public final class VocabularyGuide {

    /** What fills a gap. */
    public enum Sort {
        /** one of {@link Gap#choices()} */
        CHOICE,
        /** a whole number from {@link Gap#least()} to {@link Gap#most()} */
        NUMBER,
        /** names of kinds of turn, in the singular and without article; one unless {@link Gap#several()} */
        KINDS,
        /** the name of a phrase list */
        LIST,
        /** any words without quotation marks */
        TEXT,
        /** any names, e.g. of conversation kinds */
        NAMES,
        /** what stands in the sentence at this place, word for word */
        WORDING
    }

    /**
     * A condition.
     *
     * @param name by which forms and tables refer to it, never changed
     * @param weight of what it tells a reader
     * @param explanation for the person who writes rules
     * @param parts of its sentence, from left to right
     */
    public record Entry(String name, Predicate.Weight weight, String explanation, List<Part> parts) {
    }

    /** Part of a sentence: either fixed words or a gap; the other one is null. */
    public record Part(String words, Gap gap) {
    }

    /**
     * A gap of a sentence.
     *
     * @param name key of its value
     * @param choices wordings, of which an empty one stands for nothing; none unless the sort is CHOICE
     * @param least null unless the sort is NUMBER
     * @param most null unless the sort is NUMBER
     * @param several whether its value is a list of one or more
     */
    public record Gap(String name, Sort sort, List<String> choices, Integer least, Integer most, boolean several) {
    }

    /** What came of filling the gaps of a condition. */
    public sealed interface Filled {

        record Condition(Arguments arguments) implements Filled {
        }

        /** @param faults by the name of the gap; at least one */
        record Faulty(Map<String, GapFault> faults) implements Filled {
        }
    }

    /**
     * Something wrong with the value of a gap.
     *
     * @param expected null where nothing certain can be said
     * @param didYouMean null if nothing is like it
     */
    public record GapFault(String what, String expected, String didYouMean) {
    }

    private static final List<Entry> ENTRIES = Vocabulary.all().stream().map(VocabularyGuide::entry).toList();

    private VocabularyGuide() {
    }

    /** All conditions, in the order of the vocabulary. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The condition of that name, in capitals or not. */
    public static Optional<Predicate> named(String name) {
        return Vocabulary.all().stream().filter(predicate -> predicate.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Kinds of turn a rulebook knows, sorted. */
    public static List<String> kinds(Lexicon lexicon) {
        return List.copyOf(lexicon.kinds());
    }

    /** Phrase lists a rulebook has, sorted. */
    public static List<String> lists(Lexicon lexicon) {
        return List.copyOf(lexicon.lists());
    }

    private static Entry entry(Predicate predicate) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Form.Part part : predicate.forms().get(0).parts()) {
            if (part instanceof Form.Fixed fixed && !fixed.optional()) {
                words.append(words.isEmpty() ? "" : " ").append(fixed.readings()[0]);
            } else if (part instanceof Form.Gap gap) {
                if (!words.isEmpty()) {
                    parts.add(new Part(words.toString(), null));
                    words.setLength(0);
                }
                parts.add(new Part(null, gap(gap.slot())));
            }
        }
        if (!words.isEmpty()) {
            parts.add(new Part(words.toString(), null));
        }
        return new Entry(predicate.name(), predicate.weight(), predicate.explanation(), List.copyOf(parts));
    }

    private static Gap gap(Slot<?> slot) {
        String name = key(slot);
        if (slot instanceof Slot.Choice<?> choice) {
            return new Gap(name, Sort.CHOICE, labels(choice), null, null, false);
        } else if (slot instanceof Slot.Number number) {
            return new Gap(name, Sort.NUMBER, List.of(), number.least(), number.most(), false);
        } else if (slot instanceof Slot.Kinds kinds) {
            return new Gap(name, Sort.KINDS, List.of(), null, null, kinds.several());
        } else if (slot instanceof Slot.PhraseList) {
            return new Gap(name, Sort.LIST, List.of(), null, null, false);
        } else if (slot instanceof Slot.Text) {
            return new Gap(name, Sort.TEXT, List.of(), null, null, false);
        } else if (slot instanceof Slot.Names) {
            return new Gap(name, Sort.NAMES, List.of(), null, null, true);
        }
        return new Gap(name, Sort.WORDING, List.of(), null, null, false);
    }

    private static <T> List<String> labels(Slot.Choice<T> choice) {
        return choice.values().stream().map(choice::write).toList();
    }

    /** "anchor kind" becomes "anchorKind". */
    static String key(Slot<?> slot) {
        StringBuilder key = new StringBuilder();
        for (String word : slot.name().split(" ")) {
            key.append(key.isEmpty() ? word.substring(0, 1) : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return key.toString();
    }

    /** Values by the name of their gap: a text, a whole number or a list of texts each. In the order of the sentence. */
    public static Map<String, Object> values(Predicate predicate, Arguments arguments) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Slot<?> slot : predicate.slots()) {
            values.put(key(slot), plain(slot, arguments));
        }
        return values;
    }

    private static <T> Object plain(Slot<T> slot, Arguments arguments) {
        T value = arguments.get(slot);
        boolean plain = slot instanceof Slot.Number || slot instanceof Slot.Kinds || slot instanceof Slot.PhraseList
                || slot instanceof Slot.Text || slot instanceof Slot.Names;
        return plain ? value : slot.write(value);
    }

    /**
     * A condition from the values of its gaps.
     *
     * @param values by the name of the gap: texts, whole numbers (or their digits as text), lists of texts
     */
    public static Filled fill(Predicate predicate, Map<String, ?> values, Lexicon lexicon) {
        Map<String, GapFault> faults = new LinkedHashMap<>();
        Map<String, Object> filled = new HashMap<>();
        List<String> names = predicate.slots().stream().map(VocabularyGuide::key).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                faults.put(name, new GapFault("\"" + shown(name) + "\" is no part of this condition",
                        Nearest.expected(name, names), Nearest.to(name, names).orElse(null)));
            }
        }
        for (Slot<?> slot : predicate.slots()) {
            List<Word> words = new ArrayList<>();
            GapFault fault = words(slot, values.get(key(slot)), words);
            if (fault == null) {
                Cursor cursor = new Cursor(words, lexicon);
                Object value = slot.read(cursor, new Form.Next(new String[0]));
                // the article of "has a" is free, so reading may stop before it
                cursor.skipArticles();
                fault = fault(cursor, value);
                if (fault == null) {
                    filled.put(slot.name(), value);
                }
            }
            if (fault != null) {
                faults.put(key(slot), fault);
            }
        }
        return faults.isEmpty() ? new Filled.Condition(new Arguments(filled)) : new Filled.Faulty(faults);
    }

    private static GapFault fault(Cursor cursor, Object value) {
        Cursor.Miss miss = !cursor.faults().isEmpty() ? cursor.faults().get(0) : value == null ? cursor.miss() : null;
        if (miss == null && value != null && cursor.atEnd()) {
            return null;
        }
        if (miss == null || cursor.size() == 0) {
            return cursor.size() == 0 && miss != null
                    ? new GapFault("nothing stands here", expected(miss), null)
                    : new GapFault(cursor.atEnd()
                            ? "this is not understood here"
                            : "\"" + cursor.word().shown() + "\" is not understood here", null, null);
        }
        Problem problem = miss.said().get().problem();
        return new GapFault(problem.what(), problem.expected(), problem.didYouMean());
    }

    private static String expected(Cursor.Miss miss) {
        return miss.said().get().problem().expected();
    }

    /** The words a value would be in a sentence; a fault if it can be none. */
    private static GapFault words(Slot<?> slot, Object value, List<Word> words) {
        boolean quoted = slot instanceof Slot.PhraseList || slot instanceof Slot.Text || slot instanceof Slot.Names;
        boolean several = slot instanceof Slot.Kinds kinds && kinds.several() || slot instanceof Slot.Names;
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            if (list.size() > 50) {
                return new GapFault("these are too many", "at most 50", null);
            }
            list.forEach(each -> texts.add(each == null ? "" : each.toString()));
        } else if (value != null) {
            texts.add(value.toString());
        }
        if (texts.isEmpty() || texts.size() == 1 && texts.get(0).isBlank()) {
            return slot instanceof Slot.Choice<?> choice && choice.optional()
                    ? null
                    : new GapFault("nothing stands here", described(slot), null);
        }
        if (texts.size() > 1 && !several && !(slot instanceof Slot.Kinds)) {
            return new GapFault("only one can stand here", described(slot), null);
        }
        if (texts.size() > 1 && !several) {
            return new GapFault("only one kind of turn can stand here", "one kind of turn", null);
        }
        for (String text : texts) {
            if (!words.isEmpty()) {
                words.add(new Word(Shape.WORD, "or", 1, 1, false));
            }
            if (text.length() > 2_000) {
                return new GapFault("this is too long", described(slot), null);
            }
            if (quoted) {
                int bad = firstUnquotable(text);
                if (bad >= 0) {
                    return new GapFault(String.format("the character U+%04X cannot stand here", bad),
                            "words without quotation marks, on one line", null);
                }
                words.add(new Word(Shape.QUOTED, text, 1, 1, false));
            } else if (!text.isBlank()) {
                for (String word : text.strip().split("\\s+")) {
                    words.add(new Word(shape(word), word, 1, 1, false));
                }
            }
        }
        return null;
    }

    /** The first character that no quoted text of a rule can hold; -1 if there is none. */
    public static int firstUnquotable(String text) {
        return text.codePoints().filter(c -> c == '"' || c == '“' || c == '”' || c == '„' || Character.isISOControl(c)
                || c == '\u2028' || c == '\u2029').findFirst().orElse(-1);
    }

    private static Shape shape(String word) {
        if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Shape.NUMBER;
        }
        return word.chars().anyMatch(Character::isLetterOrDigit) ? Shape.WORD : Shape.MARK;
    }

    private static String described(Slot<?> slot) {
        if (slot instanceof Slot.Choice<?> choice) {
            return Nearest.expected("", labels(choice));
        } else if (slot instanceof Slot.Number number) {
            return "a whole number from " + number.least() + " to " + number.most();
        } else if (slot instanceof Slot.Kinds) {
            return "a kind of turn";
        } else if (slot instanceof Slot.PhraseList) {
            return "the name of a phrase list";
        } else if (slot instanceof Slot.Names) {
            return "a name";
        }
        return "words";
    }

    private static String shown(String text) {
        return new Word(Shape.WORD, text, 1, 1, false).shown();
    }

    // -- what may come next -----------------------------------------------------------------------------------------

    /**
     * Words that may follow in a condition.
     *
     * @param text to write; for a number or free words what is expected, in words
     * @param sort of what it is; WORDING for fixed words
     * @param name of the condition it belongs to
     * @param placeholder whether the text only describes what is to be written
     */
    public record Suggestion(String text, Sort sort, String name, boolean placeholder) {
    }

    /**
     * What may follow the words of a condition that is not finished.
     *
     * @param words none at the start of a condition
     * @return without doubles; empty if the words begin no condition
     */
    public static List<Suggestion> next(List<Word> words, Lexicon lexicon) {
        return walked(words, lexicon).suggestions();
    }

    /** Whether the words are a whole condition, by their form: a name in them may be unknown. */
    public static boolean isWhole(List<Word> words, Lexicon lexicon) {
        return walked(words, lexicon).whole;
    }

    private static Walk walked(List<Word> words, Lexicon lexicon) {
        Walk walk = new Walk(words, lexicon);
        for (Predicate predicate : Vocabulary.all()) {
            walk.predicate = predicate;
            predicate.forms().forEach(form -> walk.from(form.parts(), 0, 0));
        }
        return walk;
    }

    /** Goes along a form as far as the words do. */
    private static final class Walk {

        private final List<Word> words;
        private final Lexicon lexicon;
        private final Map<String, Suggestion> found = new LinkedHashMap<>();
        private Predicate predicate;
        private boolean whole;

        Walk(List<Word> words, Lexicon lexicon) {
            this.words = words;
            this.lexicon = lexicon;
        }

        List<Suggestion> suggestions() {
            return List.copyOf(found.values());
        }

        void from(List<Form.Part> parts, int p, int start) {
            int at = start;
            if (p == parts.size()) {
                whole |= at == words.size();
                return;
            }
            if (parts.get(p) instanceof Form.Fixed fixed) {
                if (at == words.size()) {
                    suggest(fixedRun(parts, p), Sort.WORDING, false);
                    if (fixed.optional()) {
                        from(parts, p + 1, at);
                    }
                    return;
                }
                if (Cursor.isArticle(fixed.readings()[0])) {
                    from(parts, p + 1, at);
                    return;
                }
                while (at < words.size() && words.get(at).isArticle()) {
                    at++;
                }
                if (at == words.size()) {
                    suggest(fixedRun(parts, p), Sort.WORDING, false);
                    return;
                }
                for (String reading : fixed.readings()) {
                    if (words.get(at).is(reading)) {
                        from(parts, p + 1, at + 1);
                        return;
                    }
                }
                if (fixed.optional()) {
                    from(parts, p + 1, at);
                }
            } else if (parts.get(p) instanceof Form.Gap gap) {
                gap(gap.slot(), parts, p, at);
            }
        }

        private static String fixedRun(List<Form.Part> parts, int p) {
            StringBuilder run = new StringBuilder();
            for (int i = p; i < parts.size() && parts.get(i) instanceof Form.Fixed fixed && !fixed.optional(); i++) {
                run.append(run.isEmpty() || fixed.readings()[0].equals(",") ? "" : " ").append(fixed.readings()[0]);
            }
            return run.toString();
        }

        private void gap(Slot<?> slot, List<Form.Part> parts, int p, int at) {
            if (slot instanceof Slot.Choice<?> choice) {
                wordings(labels(choice), Sort.CHOICE, at, parts, p, false);
                if (choice.optional()) {
                    from(parts, p + 1, at);
                }
            } else if (slot instanceof Slot.Kinds kinds) {
                List<String> said = lexicon.kinds().stream().map(kind -> kinds.write(List.of(kind))).toList();
                wordings(said, Sort.KINDS, at, parts, p, kinds.several());
            } else if (slot instanceof Slot.Number) {
                one(Shape.NUMBER, Sort.NUMBER, List.of(described(slot)), true, parts, p, at, false);
            } else if (slot instanceof Slot.PhraseList) {
                one(Shape.QUOTED, Sort.LIST, lexicon.lists().stream().map(English::quoted).toList(), false, parts, p,
                        at, false);
            } else if (slot instanceof Slot.Names) {
                one(Shape.QUOTED, Sort.NAMES, List.of("a name in quotation marks"), true, parts, p, at, true);
            } else {
                one(Shape.QUOTED, Sort.TEXT, List.of("words in quotation marks"), true, parts, p, at, false);
            }
        }

        private void one(Shape shape, Sort sort, List<String> texts, boolean placeholder, List<Form.Part> parts, int p,
                int at, boolean again) {
            if (at == words.size()) {
                texts.forEach(text -> suggest(text, sort, placeholder));
            } else if (words.get(at).shape() == shape
                    || shape == Shape.NUMBER && words.get(at).shape() == Shape.WORD) {
                on(parts, p, at + 1, again);
            }
        }

        private void on(List<Form.Part> parts, int p, int at, boolean again) {
            from(parts, p + 1, at);
            if (again && at == words.size()) {
                suggest("or", Sort.WORDING, false);
            } else if (again && words.get(at).is("or")) {
                from(parts, p, at + 1);
            }
        }

        /** Wordings of which the words at hand may be the beginning. */
        private void wordings(List<String> wordings, Sort sort, int at, List<Form.Part> parts, int p, boolean again) {
            for (String wording : wordings) {
                String[] label = wording.split(" ");
                int i = at;
                int l = 0;
                while (l < label.length && i < words.size()) {
                    if (Cursor.isArticle(label[l])) {
                        l++;
                    } else if (words.get(i).isArticle()) {
                        i++;
                    } else if (words.get(i).is(label[l])) {
                        i++;
                        l++;
                    } else {
                        break;
                    }
                }
                if (l == label.length && !wording.isEmpty()) {
                    on(parts, p, i, again);
                } else if (i == words.size() && !wording.isEmpty()) {
                    int from = l;
                    boolean articleWritten = i > at && words.get(i - 1).isArticle();
                    while (articleWritten && from < label.length && Cursor.isArticle(label[from])) {
                        from++;
                    }
                    suggest(String.join(" ", List.of(label).subList(from, label.length)), sort, false);
                }
            }
        }

        private void suggest(String text, Sort sort, boolean placeholder) {
            found.putIfAbsent(text, new Suggestion(text, sort, predicate.name(), placeholder));
        }
    }
}
