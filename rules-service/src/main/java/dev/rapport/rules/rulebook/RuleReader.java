package dev.rapport.rules.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.Reading.NotUnderstood;
import dev.rapport.rules.vocabulary.Reading.Understood;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.Word;
import dev.rapport.rules.vocabulary.Word.Shape;

/**
 * Reads the rules of one file in two steps: first everything but the conditions, which tells what kinds of turn there are;
 * then, when the kinds of all files are known, the conditions.
 */
final class RuleReader {

    static final int MOST_CONDITIONS = 60;
    private static final int LONGEST_CODE = 32;
    static final int LONGEST_KIND = 6;
    static final String CODE_EXPECTED = "a capital letter and up to " + (LONGEST_CODE - 1)
            + " more capitals, digits, hyphens or underscores, e.g. B20";
    static final Set<String> NO_WORDS_OF_A_KIND = Set.of("and", "or", "unless", "then", "when", "rule", "by",
            "since", "within", "are", "so", "in", "not", "no", "a", "an", "the");
    private static final List<String> ATTRIBUTES = List.of("code", "owner", "source", "review by", "severity", "when");
    private static final List<String> SEVERITIES = List.of(Severity.values()).stream().map(RuleWriter::word).toList();

    enum Joiner {
        AND, UNLESS
    }

    /** Words of one condition, or of the conditions of a group. */
    record Segment(Joiner joiner, Word at, List<Word> words, List<List<Word>> bullets) {
    }

    /** A rule whose conditions are still words. Parts that were faulty are null. */
    static final class Draft {
        final Word at;
        Word name;
        Word code;
        Word owner;
        Word source;
        Word review;
        LocalDate reviewBy;
        Word severityAt;
        Severity severity = Severity.MODERATE;
        private final List<Segment> segments = new ArrayList<>();
        Conclusion conclusion;
        Word then;
        Word conclusionAt;
        /** Word where each kind of turn is first named in a condition. */
        final Map<String, Word> kinds = new LinkedHashMap<>();

        Draft(Word at) {
            this.at = at;
        }

        List<Segment> segments() {
            return segments;
        }

        /** Of a draft without a fault. */
        Places.OfRule place(String in) {
            List<Position> conditions = new ArrayList<>();
            List<List<Position>> parts = new ArrayList<>();
            for (Segment segment : segments) {
                Word first = segment.words().isEmpty() ? segment.at() : segment.words().get(0);
                conditions.add(position(in, first));
                parts.add(segment.bullets().isEmpty()
                        ? List.of(position(in, first))
                        : segment.bullets().stream().map(bullet -> position(in, bullet.get(1))).toList());
            }
            return new Places.OfRule(position(in, at), position(in, code), position(in, review == null ? at : review),
                    position(in, severityAt == null ? at : severityAt), conditions, parts, position(in, conclusionAt));
        }

        private static Position position(String in, Word word) {
            return new Position(in, word.line(), word.column());
        }
    }

    private final String file;
    private final Faults faults;

    RuleReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    List<Draft> drafts(List<Word> words) {
        List<Draft> drafts = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int end = i + 1;
            while (end < words.size() && !(words.get(end).firstOfLine() && words.get(end).is("rule"))) {
                end++;
            }
            Word first = words.get(i);
            boolean misspelt = i + 1 < words.size() && words.get(i + 1).shape() == Shape.QUOTED
                    && first.shape() == Shape.WORD && Nearest.to(first.text(), List.of("rule")).isPresent();
            if (first.is("rule")) {
                drafts.add(draft(words.subList(i, end)));
            } else {
                faults.at(file, first, "\"" + first.shown() + "\" stands outside any rule", "rule \"its name\"",
                        misspelt ? "rule" : null);
                if (misspelt) {
                    drafts.add(draft(words.subList(i, end)));
                }
            }
            i = end;
        }
        return drafts;
    }

    private Draft draft(List<Word> words) {
        Draft draft = new Draft(words.get(0));
        int i = 1;
        if (i < words.size() && words.get(i).shape() == Shape.QUOTED && !words.get(i).text().isBlank()) {
            draft.name = words.get(i++);
        } else {
            faults.at(file, draft.at, "the rule has no name", "rule \"its name\"", null);
            if (i < words.size() && words.get(i).shape() == Shape.QUOTED) {
                i++;
            }
        }
        i = header(draft, words, i);
        if (draft.code == null && !hasFaultAt(words, "code")) {
            faults.at(file, draft.at, "the rule has no code", "code such as B20", null);
        }
        if (draft.owner == null && !hasFaultAt(words, "owner")) {
            faults.at(file, draft.at, "the rule has no owner", "owner \"who answers for it\"", null);
        }
        if (i >= words.size()) {
            faults.at(file, draft.at, "the rule has no conditions", "when and the conditions", null);
            return draft;
        }
        i = segments(draft, words, i + 1);
        if (i >= words.size()) {
            Word last = words.get(words.size() - 1);
            faults.add(file, last.line(), last.endColumn(), "the rule ends without a conclusion",
                    "then and what the rule says", null);
            return draft;
        }
        draft.then = words.get(i);
        conclusion(draft, words.subList(i, words.size()));
        return draft;
    }

    /** Whether the attribute is written, so that its own fault says more than "there is none". */
    private static boolean hasFaultAt(List<Word> words, String attribute) {
        for (Word word : words) {
            if (word.is("when")) {
                return false;
            }
            if (word.is(attribute) || word.firstOfLine() && word.shape() == Shape.WORD && attribute
                    .equals(Nearest.to(word.text(), ATTRIBUTES).orElse(null))) {
                return true;
            }
        }
        return false;
    }

    /** Index of "when", or of the end. */
    private int header(Draft draft, List<Word> words, int from) {
        int i = from;
        while (i < words.size()) {
            Word word = words.get(i);
            Word value = i + 1 < words.size() ? words.get(i + 1) : null;
            if (word.is("when")) {
                return i;
            } else if (word.is("code")) {
                once(draft.code, word);
                if (value != null && isCode(value)) {
                    draft.code = value;
                } else {
                    faults.at(file, value == null ? word : value, "that is no code",
                            CODE_EXPECTED, null);
                }
                i = value == null || isAttribute(words, i + 1) ? i + 1 : i + 2;
            } else if (word.is("owner") || word.is("source")) {
                boolean owner = word.is("owner");
                once(owner ? draft.owner : draft.source, word);
                if (value != null && value.shape() == Shape.QUOTED && !value.text().isBlank()) {
                    if (owner) {
                        draft.owner = value;
                    } else {
                        draft.source = value;
                    }
                    i += 2;
                } else {
                    faults.at(file, value == null ? word : value, "the " + word.text().toLowerCase(Locale.ROOT)
                            + " is not in quotation marks", word.text().toLowerCase(Locale.ROOT) + " \"words\"", null);
                    i = skip(words, i + 1);
                }
            } else if (word.is("review") && value != null && value.is("by")) {
                once(draft.review, word);
                draft.review = word;
                Word date = i + 2 < words.size() ? words.get(i + 2) : word;
                try {
                    draft.reviewBy = LocalDate.parse(date.text());
                } catch (DateTimeParseException noDate) {
                    faults.at(file, date, "\"" + date.shown() + "\" is no date", "year-month-day, e.g. 2027-05-01",
                            null);
                }
                i = isAttribute(words, i + 2) ? i + 2 : i + 3;
            } else if (word.is("severity")) {
                once(draft.severityAt, word);
                draft.severityAt = word;
                boolean said = value != null && !isAttribute(words, i + 1);
                String written = said ? value.text().toLowerCase(Locale.ROOT) : "";
                if (said && value.shape() == Shape.WORD && SEVERITIES.contains(written)) {
                    draft.severity = Severity.valueOf(written.toUpperCase(Locale.ROOT));
                } else {
                    faults.at(file, said ? value : word,
                            said ? "\"" + value.shown() + "\" is no severity" : "the severity is missing",
                            Nearest.expected(written, SEVERITIES), Nearest.to(written, SEVERITIES).orElse(null));
                }
                i = said ? i + 2 : i + 1;
            } else {
                String nearest = Nearest.to(word.text(), ATTRIBUTES).orElse(null);
                faults.at(file, word, "\"" + word.shown() + "\" is nothing a rule says before its conditions",
                        Nearest.expected(word.text(), ATTRIBUTES), nearest);
                if ("when".equals(nearest)) {
                    return i;
                }
                i = skip(words, i + 1);
            }
        }
        return i;
    }

    private void once(Word before, Word again) {
        if (before != null) {
            faults.at(file, again, "the rule has said its " + again.text().toLowerCase(Locale.ROOT) + " already",
                    "it once", null);
        }
    }

    private static boolean isAttribute(List<Word> words, int i) {
        return i < words.size() && words.get(i).firstOfLine() && (words.get(i).is("code") || words.get(i).is("owner")
                || words.get(i).is("source") || words.get(i).is("review") || words.get(i).is("severity")
                || words.get(i).is("when"));
    }

    /** Index of the next word that begins a line or is an attribute. */
    private static int skip(List<Word> words, int from) {
        int i = from;
        while (i < words.size() && !words.get(i).firstOfLine() && !words.get(i).is("when")) {
            i++;
        }
        return i;
    }

    static boolean isCode(Word word) {
        String text = word.text();
        if (word.shape() != Shape.WORD || text.length() > LONGEST_CODE || text.charAt(0) < 'A'
                || text.charAt(0) > 'Z') {
            return false;
        }
        return text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-');
    }

    /** Index of "then", or of the end. */
    private int segments(Draft draft, List<Word> words, int from) {
        int i = from;
        Word joinerAt = words.get(from - 1);
        Joiner joiner = Joiner.AND;
        if (i < words.size() && words.get(i).is("unless")) {
            joiner = Joiner.UNLESS;
            joinerAt = words.get(i++);
        }
        while (true) {
            List<Word> segment = new ArrayList<>();
            List<List<Word>> bullets = new ArrayList<>();
            List<Word> into = segment;
            while (i < words.size() && !isJoiner(words.get(i)) && !isThen(words, i)) {
                Word word = words.get(i++);
                if (word.firstOfLine() && word.shape() == Shape.MARK && isDash(word.text())) {
                    into = new ArrayList<>();
                    bullets.add(into);
                    into.add(word);
                } else {
                    into.add(word);
                }
            }
            draft.segments.add(new Segment(joiner, joinerAt, segment, bullets));
            if (i >= words.size() || isThen(words, i)) {
                return i;
            }
            joiner = words.get(i).is("unless") ? Joiner.UNLESS : Joiner.AND;
            joinerAt = words.get(i++);
        }
    }

    /** Whether the conclusion begins here; "then within" is part of a condition. */
    static boolean isThen(List<Word> words, int i) {
        return words.get(i).is("then") && (i + 1 == words.size() || !words.get(i + 1).is("within"));
    }

    private static boolean isJoiner(Word word) {
        return word.is("and") || word.is("unless");
    }

    private static boolean isDash(String mark) {
        return mark.equals("-") || mark.equals("–") || mark.equals("•") || mark.equals("*");
    }

    // -- the conclusion ---------------------------------------------------------------------------------------------

    private void conclusion(Draft draft, List<Word> words) {
        Word then = words.get(0);
        draft.conclusionAt = words.size() > 1 ? words.get(1) : then;
        if (words.size() == 1) {
            faults.add(file, then.line(), then.endColumn(), "the rule says nothing",
                    "observe \"a behaviour\" as something to keep, or the turn is a kind", null);
        } else if (words.get(1).is("observe")) {
            observe(draft, words);
        } else if (words.size() > 3 && words.get(1).is("the") && words.get(2).is("turn") && words.get(3).is("is")) {
            theTurnIs(draft, words);
        } else {
            Word wrong = words.get(1);
            faults.at(file, wrong, "\"" + wrong.shown() + "\" is nothing a rule can say",
                    "observe \"a behaviour\" as something to keep, or the turn is a kind",
                    Nearest.to(wrong.text(), List.of("observe")).orElse(null));
        }
    }

    private void observe(Draft draft, List<Word> words) {
        if (words.size() < 3 || words.get(2).shape() != Shape.QUOTED || words.get(2).text().isBlank()) {
            missing(words, 2, "the behaviour in quotation marks");
            return;
        }
        int i = 3;
        for (String fixed : List.of("as", "something", "to")) {
            if (i >= words.size() || !words.get(i).is(fixed)) {
                missing(words, i, "as something to keep, grow or know");
                return;
            }
            i++;
        }
        List<String> polarities = List.of("grow", "keep", "know");
        if (i >= words.size() || !polarities.contains(words.get(i).text().toLowerCase(Locale.ROOT))) {
            missing(words, i, polarities);
            return;
        }
        Polarity polarity = Polarity.valueOf(words.get(i).text().toUpperCase(Locale.ROOT));
        Clarity clarity = clarity(words, i + 1);
        if (clarity != null) {
            draft.conclusion = new Conclusion.Observe(words.get(2).text().strip(), polarity, clarity);
        }
    }

    private void theTurnIs(Draft draft, List<Word> words) {
        int i = 4;
        while (i < words.size() && (words.get(i).is("a") || words.get(i).is("an"))) {
            i++;
        }
        int start = i;
        List<String> kind = new ArrayList<>();
        while (i < words.size() && words.get(i).shape() == Shape.WORD) {
            Word word = words.get(i);
            if (NO_WORDS_OF_A_KIND.contains(word.text().toLowerCase(Locale.ROOT))) {
                faults.at(file, word, "\"" + word.shown() + "\" cannot be part of a kind of turn",
                        "words that no rule uses to go on", null);
                return;
            }
            kind.add(word.text().toLowerCase(Locale.ROOT));
            i++;
        }
        if (kind.isEmpty() || kind.size() > LONGEST_KIND) {
            missing(words, start, "a kind of turn in one to " + LONGEST_KIND + " words");
            return;
        }
        draft.conclusionAt = words.get(start);
        Clarity clarity = clarity(words, i);
        if (clarity != null) {
            draft.conclusion = new Conclusion.TheTurnIs(String.join(" ", kind), clarity);
        }
    }

    /** Clear where nothing is said; null after a fault. */
    private Clarity clarity(List<Word> words, int from) {
        if (from >= words.size()) {
            return Clarity.CLEAR;
        }
        if (!words.get(from).is(",")) {
            missing(words, from, "the end of the rule or a comma and clearly, likely or unsure");
            return null;
        }
        Clarity clarity = null;
        for (Clarity each : Clarity.values()) {
            if (from + 1 < words.size() && words.get(from + 1).is(RuleWriter.word(each))) {
                clarity = each;
            }
        }
        if (clarity == null) {
            missing(words, from + 1, List.of("clearly", "likely", "unsure"));
        } else if (from + 2 < words.size()) {
            missing(words, from + 2, "the end of the rule");
            return null;
        }
        return clarity;
    }

    private void missing(List<Word> words, int at, String expected) {
        missing(words, at, expected, null);
    }

    private void missing(List<Word> words, int at, List<String> names) {
        String written = at < words.size() ? words.get(at).text() : "";
        missing(words, at, Nearest.expected(written, names), Nearest.to(written, names).orElse(null));
    }

    private void missing(List<Word> words, int at, String expected, String didYouMean) {
        if (at < words.size()) {
            Word word = words.get(at);
            faults.at(file, word, "\"" + word.shown() + "\" is not understood here", expected, didYouMean);
        } else {
            Word last = words.get(words.size() - 1);
            faults.add(file, last.line(), last.endColumn(), "the sentence ends too early", expected, null);
        }
    }

    // -- the conditions ---------------------------------------------------------------------------------------------

    /** The finished rule; null if anything in it was faulty, now or before. */
    Rule finish(Draft draft, Lexicon lexicon) {
        List<Condition> conditions = new ArrayList<>();
        boolean whole = draft.name != null && draft.code != null && draft.owner != null && draft.conclusion != null;
        // counted first: reading thousands of faulty ones takes longer than a person waits
        int parts = draft.segments.stream().mapToInt(segment -> 1 + segment.bullets().size()).sum();
        if (parts > MOST_CONDITIONS) {
            faults.at(file, draft.at, "the rule has " + parts + " conditions", "at most " + MOST_CONDITIONS, null);
            return null;
        }
        for (Segment segment : draft.segments) {
            Condition condition = condition(draft, segment, lexicon);
            whole &= condition != null;
            conditions.add(condition);
        }
        if (!whole || conditions.isEmpty()) {
            return null;
        }
        return new Rule(draft.name.text().strip(), draft.code.text(), draft.owner.text().strip(),
                draft.source == null ? null : draft.source.text().strip(), draft.reviewBy, draft.severity, conditions,
                draft.conclusion);
    }

    private Condition condition(Draft draft, Segment segment, Lexicon lexicon) {
        List<Word> words = segment.words();
        boolean any = isGroup(words, "any");
        boolean none = isGroup(words, "none");
        if (any || none) {
            if (segment.bullets().isEmpty()) {
                Word last = words.get(words.size() - 1);
                faults.add(file, last.line(), last.endColumn(), "the group is empty",
                        "lines that start with - and hold one condition each", null);
                return null;
            }
            List<Condition.Is> parts = new ArrayList<>();
            boolean whole = true;
            for (List<Word> bullet : segment.bullets()) {
                Condition.Is part = bullet.size() == 1
                        ? empty(bullet.get(0))
                        : sentence(draft, bullet.subList(1, bullet.size()), lexicon);
                whole &= part != null;
                parts.add(part);
            }
            if (!whole) {
                return null;
            }
            return any == (segment.joiner() == Joiner.AND) ? new Condition.AnyOf(parts) : new Condition.NoneOf(parts);
        }
        if (words.isEmpty()) {
            return empty(segment.at());
        }
        Condition.Is is = sentence(draft, words, lexicon);
        if (!segment.bullets().isEmpty()) {
            faults.at(file, segment.bullets().get(0).get(0), "this line belongs to no group",
                    "any of or none of before it",
                    null);
            return null;
        }
        return is == null || segment.joiner() == Joiner.AND ? is : new Condition.Not(is);
    }

    private Condition.Is empty(Word before) {
        faults.add(file, before.line(), before.endColumn(), "the condition is missing", null, null);
        return null;
    }

    private static boolean isGroup(List<Word> words, String which) {
        return (words.size() == 2 || words.size() == 3 && words.get(2).is(":")) && words.get(0).is(which)
                && words.get(1).is("of");
    }

    private Condition.Is sentence(Draft draft, List<Word> words, Lexicon lexicon) {
        var reading = Vocabulary.read(words, lexicon);
        if (reading instanceof NotUnderstood not) {
            not.problems().forEach(problem -> faults.at(file, problem));
            return null;
        }
        Understood understood = (Understood) reading;
        understood.kinds().forEach(draft.kinds::putIfAbsent);
        return new Condition.Is(understood.predicate(), understood.arguments());
    }
}
