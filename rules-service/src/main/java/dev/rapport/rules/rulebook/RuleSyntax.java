package dev.rapport.rules.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Reading;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.VocabularyGuide;
import dev.rapport.rules.vocabulary.Word;
import dev.rapport.rules.vocabulary.Word.Shape;

/** What the parts of a rule may look like, one by one: for views that do not read sentences. */
public final class RuleSyntax {

    /** Conditions a rule may have, those of groups counted. */
    public static final int MOST_CONDITIONS = RuleReader.MOST_CONDITIONS;

    /**
     * Something wrong with a part.
     *
     * @param expected what would be right
     */
    public record PartFault(String what, String expected) {
    }

    private static final String MESSAGES = "messages/";

    private RuleSyntax() {
    }

    /** What is wrong with a code; empty if nothing is. */
    public static Optional<PartFault> code(String code) {
        Word word = new Word(Shape.WORD, code, 1, 1, false);
        return !code.isEmpty() && RuleReader.isCode(word)
                ? Optional.empty()
                : Optional.of(new PartFault("that is no code", RuleReader.CODE_EXPECTED));
    }

    /** What is wrong with a text that stands in quotation marks; empty if nothing is. */
    public static Optional<PartFault> quoted(String text) {
        int bad = VocabularyGuide.firstUnquotable(text);
        if (bad >= 0) {
            return Optional.of(new PartFault(String.format("the character U+%04X cannot stand here", bad),
                    "words without quotation marks, on one line"));
        }
        if (text.isBlank()) {
            return Optional.of(new PartFault("nothing stands here", "words"));
        }
        return text.length() <= Scan.LONGEST_QUOTE
                ? Optional.empty()
                : Optional.of(new PartFault("the text is too long", "at most " + Scan.LONGEST_QUOTE + " characters"));
    }

    /** What is wrong with the name of a kind of turn; empty if nothing is. */
    public static Optional<PartFault> kind(String kind) {
        Faults faults = new Faults();
        List<Word> words = kind.length() > 300 ? List.of() : Scan.words("", kind, faults);
        for (Word word : words) {
            if (word.shape() != Shape.WORD
                    || RuleReader.NO_WORDS_OF_A_KIND.contains(word.text().toLowerCase(Locale.ROOT))) {
                return Optional.of(new PartFault("\"" + word.shown() + "\" cannot be part of a kind of turn",
                        "words that no rule uses to go on"));
            }
        }
        boolean plain = kind.chars().noneMatch(c -> c == '#' || c == '\n' || c == '\r');
        return faults.none() && plain && !words.isEmpty() && words.size() <= RuleReader.LONGEST_KIND
                ? Optional.empty()
                : Optional.of(new PartFault("that is no kind of turn",
                        "a kind of turn in one to " + RuleReader.LONGEST_KIND + " words"));
    }

    /** Reads the sentence of one condition, without "and" or "unless". Problems have positions within it. */
    public static Reading condition(String sentence, Lexicon lexicon) {
        Faults faults = new Faults();
        List<Word> words = Scan.words("", sentence, faults);
        for (String comment : RuleText.comments(sentence)) {
            faults.add("", 1, sentence.indexOf(comment) + 1, "there is no room for a comment here",
                    "the sentence alone",
                    null);
        }
        if (!faults.none()) {
            return new Reading.NotUnderstood(faults.sorted().stream()
                    .map(fault -> new dev.rapport.rules.vocabulary.Problem(fault.line(), fault.column(), fault.what(),
                            fault.expected(), fault.didYouMean()))
                    .toList());
        }
        return words.isEmpty()
                ? new Reading.NotUnderstood(List.of(new dev.rapport.rules.vocabulary.Problem(1, 1,
                        "the condition is missing", "a sentence of the vocabulary", null)))
                : Vocabulary.read(words, lexicon);
    }

    /** Whether a file of that path may be part of a rulebook. */
    public static boolean isPath(String path) {
        return path.length() < 200 && new RulebookFiles(new TreeMap<>(Map.of(path, ""))).faults().isEmpty();
    }

    /** What is wrong with a list of phrases; the line of a fault is the number of the phrase, from 1. */
    public static List<Fault> phrases(List<String> phrases) {
        Faults faults = new Faults();
        PhraseReader.read("", String.join("\n", phrases), faults, new HashMap<>());
        return faults.sorted();
    }

    /** Whether it names a place in a message file, e.g. {@code why} or {@code says[2]}. */
    public static boolean isMessagePlace(String place) {
        return place.length() < 200 && FlatYaml.PLACE.matches(place);
    }

    /** Why a text cannot stand at a place after those before it; null if it can. */
    public static String messagePlaceFault(String place, Set<String> before) {
        if (before.contains(place)) {
            return "there is a text at " + place + " already";
        }
        for (String other : before) {
            if (other.startsWith(place + ".") || other.startsWith(place + "[") || place.startsWith(other + ".")
                    || place.startsWith(other + "[")) {
                return place + " cannot stand beside " + other;
            }
        }
        int bracket = place.lastIndexOf('[');
        if (bracket > 0 && place.endsWith("]")) {
            int item = Integer.parseInt(place.substring(bracket + 1, place.length() - 1));
            return item == 1 || before.contains(place.substring(0, bracket) + "[" + (item - 1) + "]")
                    ? null
                    : "item " + item + " has no item before it";
        }
        return null;
    }

    /**
     * Something wrong with messages.
     *
     * @param path of the file
     * @param place in it; null where it is about the whole file
     * @param named whether the name of the place is wrong and not its text
     */
    public record MessageFault(String path, String place, boolean named, String what, String expected,
            String didYouMean) {
    }

    /**
     * What is wrong with all messages of a rulebook.
     *
     * @param messages texts by the path of their file and their place in it, as they can be written
     */
    public static List<MessageFault> messages(Map<String, Map<String, String>> messages) {
        SortedMap<String, String> texts = new TreeMap<>();
        messages.forEach((path, of) -> texts.put(path.substring(MESSAGES.length()), FlatYaml.write(of)));
        if (texts.isEmpty() || !(MessageFolder.read("messages",
                texts) instanceof dev.rapport.coaching.wording.Reading.Refused refused)) {
            return List.of();
        }
        return refused.faults().stream().map(fault -> {
            Optional<FlatYaml.Begin> begin = fault.line() == 1 && fault.column() == 1
                    ? Optional.empty()
                    : Optional.ofNullable(texts.get(fault.file().substring(MESSAGES.length())))
                            .flatMap(text -> new YamlTree(fault.file(), new Faults()).read(text))
                            .flatMap(root -> FlatYaml.at(root, fault.line(), fault.column()));
            return new MessageFault(fault.file(), begin.map(FlatYaml.Begin::place).orElse(null),
                    begin.map(FlatYaml.Begin::key).orElse(false), fault.what(), fault.expected(), fault.didYouMean());
        }).toList();
    }

    /** What somebody wrote as a message may show it: cut short, control characters by their number. */
    public static String shown(String written) {
        return new Word(Shape.WORD, written, 1, 1, false).shown();
    }

    /** Whether the sentence view of a rule reads as the same rule: true for every rule that was read from one. */
    public static boolean canBeWritten(Rule rule, Lexicon lexicon) {
        Faults faults = new Faults();
        RuleReader reader = new RuleReader("", faults);
        var drafts = reader.drafts(Scan.words("", RuleWriter.write(rule), faults));
        return drafts.size() == 1 && rule.equals(reader.finish(drafts.get(0), lexicon)) && faults.none();
    }
}
