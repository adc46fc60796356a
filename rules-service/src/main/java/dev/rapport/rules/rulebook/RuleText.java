package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rapport.rules.rulebook.RuleReader.Draft;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Word;

/**
 * Edits one rule within the texts of a rulebook. Everything that is not changed stays as it was written, byte for byte:
 * other rules, comments, the order of attributes, words in capitals.
 *
 * <p>
 * A rule is found by its code; of two rules with the same code, which only a faulty rulebook has, the first one is meant.
 */
public final class RuleText {

    /**
     * Where a rule is written.
     *
     * @param path of its file, e.g. {@code behaviours/questions.rules}
     * @param firstLine the line that begins with {@code rule}, from 1
     * @param lastLine of its last word
     */
    public record Place(String path, int firstLine, int lastLine) {
    }

    private RuleText() {
    }

    /** Where each rule that has a code is written, in the order of paths and lines. Reads faulty files too. */
    public static Map<String, Place> places(RulebookFiles files) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String part : List.of("acts", "behaviours")) {
            for (String path : files.in(part)) {
                for (WrittenRule rule : WrittenRule.all(path, files.text(path))) {
                    if (rule.code() != null) {
                        places.putIfAbsent(rule.code(), rule.place());
                    }
                }
            }
        }
        return places;
    }

    public static Optional<Place> find(RulebookFiles files, String code) {
        return Optional.ofNullable(places(files).get(code));
    }

    /** The lines of a rule, from {@code rule} to its last word, each with a line feed; empty if there is no such rule. */
    public static Optional<String> textOf(RulebookFiles files, String code) {
        return find(files, code).map(place -> {
            Lines lines = new Lines(files.text(place.path()));
            return lines.between(place.firstLine(), place.lastLine());
        });
    }

    /**
     * With the rule of the same code written anew. Only the attributes and conditions that differ are touched, and the
     * comments between them stay; a rule that says the same already is left as it is.
     *
     * @throws IllegalArgumentException if no rule has that code
     */
    public static RulebookFiles replace(RulebookFiles files, Rule rule) {
        return replace(files, rule.code(), rule);
    }

    /**
     * As {@link #replace(RulebookFiles, Rule)}, for a rule that may get another code.
     *
     * @param code that it has so far
     */
    public static RulebookFiles replace(RulebookFiles files, String code, Rule rule) {
        WrittenRule written = written(files, code);
        Lines lines = new Lines(files.text(written.place().path()));
        Optional<Rule> before = written.read(lexicon(files));
        if (before.isPresent()) {
            if (before.get().equals(rule)) {
                return files;
            }
            String text = new RuleEdit(written, before.get(), rule).text();
            RulebookFiles edited = files.with(written.place().path(), text);
            // what people write has more shapes than one thinks of: an edit that reads as anything else is not used
            if (saysNow(edited, rule)) {
                return edited;
            }
        }
        String whole = String.join("", written.comments().stream().map(each -> each + "\n").toList())
                + RuleWriter.write(rule);
        return files.with(written.place().path(),
                lines.with(written.place().firstLine(), written.place().lastLine(), whole));
    }

    private static boolean saysNow(RulebookFiles files, Rule rule) {
        return find(files, rule.code()).isPresent()
                && written(files, rule.code()).read(lexicon(files)).filter(rule::equals).isPresent();
    }

    /**
     * With the lines of a rule replaced by any text: what a person types, right or wrong.
     *
     * @throws IllegalArgumentException if no rule has that code
     */
    public static RulebookFiles replaceText(RulebookFiles files, String code, String text) {
        Place place = placeOf(files, code);
        Lines lines = new Lines(files.text(place.path()));
        return files.with(place.path(), lines.with(place.firstLine(), place.lastLine(), text));
    }

    /**
     * With a rule more, written at the end of a file, which is made if need be.
     *
     * @param path e.g. {@code behaviours/questions.rules}
     * @throws IllegalArgumentException if a rule has that code already
     */
    public static RulebookFiles add(RulebookFiles files, String path, Rule rule) {
        if (find(files, rule.code()).isPresent()) {
            throw new IllegalArgumentException("there is a rule " + rule.code() + " already");
        }
        return addText(files, path, RuleWriter.write(rule));
    }

    /** With a text more at the end of a file, a blank line before it. The file is made if need be. */
    public static RulebookFiles addText(RulebookFiles files, String path, String text) {
        if (!files.has(path) || files.text(path).isBlank()) {
            return files.with(path, text.endsWith("\n") ? text : text + "\n");
        }
        Lines lines = new Lines(files.text(path));
        return files.with(path, lines.appended(text));
    }

    /**
     * Without the rule and the comment lines directly above it; its examples and its messages stay. A file in which nothing
     * is left goes too.
     *
     * @throws IllegalArgumentException if no rule has that code
     */
    public static RulebookFiles remove(RulebookFiles files, String code) {
        Place place = placeOf(files, code);
        String left = new Lines(files.text(place.path())).without(place.firstLine(), place.lastLine());
        return left.isBlank() ? files.without(place.path()) : files.with(place.path(), left);
    }

    /** As {@link #remove}, and without the examples and messages of the rule. */
    public static RulebookFiles removeWhole(RulebookFiles files, String code) {
        return remove(files, code).without("examples/" + code + ".yaml").without("messages/" + code + ".yaml");
    }

    /** The names a rulebook gives: kinds of turn and phrase lists. Reads faulty files too. */
    public static Lexicon lexicon(RulebookFiles files) {
        List<String> kinds = new ArrayList<>();
        for (String part : List.of("acts", "behaviours")) {
            for (String path : files.in(part)) {
                Faults faults = new Faults();
                for (Draft draft : new RuleReader(path, faults).drafts(Scan.words(path, files.text(path), faults))) {
                    if (draft.conclusion instanceof Conclusion.TheTurnIs is) {
                        kinds.add(is.kind());
                    }
                }
            }
        }
        return new Lexicon(kinds, files.in("phrases").stream()
                .map(path -> path.substring("phrases/".length(), path.length() - ".txt".length())).toList());
    }

    /** The examples of a rule, as far as they can be read. Reads faulty files too. */
    public static List<Example> examples(RulebookFiles files, String code) {
        String path = "examples/" + code + ".yaml";
        return files.has(path)
                ? new ExampleReader(path, new Faults()).read(files.text(path), Set.of(code)).stream()
                        .filter(example -> example.rule().equals(code)).toList()
                : List.of();
    }

    private static Place placeOf(RulebookFiles files, String code) {
        return find(files, code).orElseThrow(() -> new IllegalArgumentException("no rule " + code));
    }

    private static WrittenRule written(RulebookFiles files, String code) {
        Place place = placeOf(files, code);
        return WrittenRule.all(place.path(), files.text(place.path())).stream()
                .filter(rule -> rule.place().equals(place)).findFirst().orElseThrow();
    }

    /** A text in lines, which keeps the way its lines end. */
    private static final class Lines {

        private final String text;
        private final List<String> lines = new ArrayList<>();
        private final String ending;

        Lines(String text) {
            this.text = text;
            int from = 0;
            while (from < text.length()) {
                int feed = text.indexOf('\n', from);
                int to = feed < 0 ? text.length() : feed + 1;
                lines.add(text.substring(from, to));
                from = to;
            }
            this.ending = text.contains("\r\n") ? "\r\n" : "\n";
        }

        String between(int first, int last) {
            StringBuilder between = new StringBuilder();
            lines.subList(first - 1, last).forEach(line -> between.append(line.stripTrailing()).append('\n'));
            return between.toString();
        }

        private String ended(String inserted) {
            String whole = inserted.isEmpty() || inserted.endsWith("\n") ? inserted : inserted + "\n";
            return whole.replace("\r\n", "\n").replace("\n", ending);
        }

        String with(int first, int last, String inserted) {
            boolean unfinished = last == lines.size() && !text.endsWith("\n");
            String middle = ended(inserted);
            return String.join("", lines.subList(0, first - 1))
                    + (unfinished ? middle.stripTrailing() : middle)
                    + String.join("", lines.subList(last, lines.size()));
        }

        String appended(String inserted) {
            String gap = !text.endsWith("\n") ? ending + ending : blank(lines.size() - 1) ? "" : ending;
            return text + gap + ended(inserted);
        }

        String without(int first, int last) {
            int from = first - 1;
            while (from > 0 && lines.get(from - 1).strip().startsWith("#")) {
                from--;
            }
            int to = last;
            // of the blank lines around it those below go too, where some are left above or nothing is
            while (to < lines.size() && blank(to) && (from == 0 || blank(from - 1))) {
                to++;
            }
            while (to == lines.size() && from > 0 && blank(from - 1)) {
                from--;
            }
            return String.join("", lines.subList(0, from)) + String.join("", lines.subList(to, lines.size()));
        }

        private boolean blank(int line) {
            return lines.get(line).isBlank();
        }
    }

    /** A rule as it stands in a text. */
    static final class WrittenRule {

        private final String path;
        private final String text;
        private final List<Word> words;
        private final Draft draft;

        private WrittenRule(String path, String text, List<Word> words) {
            this.path = path;
            this.text = text;
            this.words = words;
            this.draft = new RuleReader(path, new Faults()).drafts(words).get(0);
        }

        static List<WrittenRule> all(String path, String text) {
            List<WrittenRule> rules = new ArrayList<>();
            List<Word> words = Scan.words(path, text, new Faults());
            int from = -1;
            for (int i = 0; i <= words.size(); i++) {
                if (i == words.size() || words.get(i).firstOfLine() && words.get(i).is("rule")) {
                    if (from >= 0) {
                        rules.add(new WrittenRule(path, text, words.subList(from, i)));
                    }
                    from = i;
                }
            }
            return rules;
        }

        String code() {
            return draft.code == null ? null : draft.code.text();
        }

        String text() {
            return text;
        }

        List<Word> words() {
            return words;
        }

        Draft draft() {
            return draft;
        }

        Place place() {
            return new Place(path, words.get(0).line(), words.get(words.size() - 1).line());
        }

        /** The rule it says; empty if it is faulty. */
        Optional<Rule> read(Lexicon lexicon) {
            Faults faults = new Faults();
            List<Draft> drafts = new RuleReader(path, faults).drafts(Scan.words(path, ownText(), faults));
            Rule rule = drafts.size() == 1 ? new RuleReader(path, faults).finish(drafts.get(0), lexicon) : null;
            return faults.none() ? Optional.ofNullable(rule) : Optional.empty();
        }

        private String ownText() {
            return new Lines(text).between(place().firstLine(), place().lastLine());
        }

        /** Comments on its lines, each from its mark to the end of the line. */
        List<String> comments() {
            return RuleText.comments(ownText());
        }
    }

    /** Comments in a text, each from its mark to the end of the line. */
    static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Word last = null;
            for (Word word : Scan.words("", line, new Faults())) {
                last = word;
            }
            int after = last == null ? 0 : Math.min(line.length(), last.endColumn() - 1);
            int mark = line.indexOf('#', after);
            if (mark >= 0) {
                comments.add(line.substring(mark).stripTrailing());
            }
        }
        return comments;
    }
}
