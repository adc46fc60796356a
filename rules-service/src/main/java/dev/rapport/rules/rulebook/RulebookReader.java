package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Polarity;
import dev.rapport.rules.rulebook.RuleReader.Draft;
import dev.rapport.rules.vocabulary.English;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.Word;

/**
 * Reads the texts of a rulebook. Whatever stands there, it answers with a rulebook that fits together or with everything
 * that is wrong, and never throws: what people write is data.
 */
public final class RulebookReader {

    static final int MOST_RULES = 2_000;
    /** Lines of phrase lists. */
    static final int MOST_COMPARED = 1_000;

    /** A rule with where it stands. */
    private record Placed(String file, Draft draft, Rule rule) {

        Position position() {
            return new Position(file, draft.at.line(), draft.at.column());
        }
    }

    /** What the examples of a rulebook are read from. */
    private record ExampleTexts(SortedMap<String, String> texts, Set<String> codes) {
    }

    private record ReadExamples(List<Example> examples, List<Fault> faults) {
    }

    private static final LastRead<ExampleTexts, ReadExamples> EXAMPLES = new LastRead<>();
    private static final LastRead<SortedMap<String, String>, dev.rapport.coaching.wording.Reading> MESSAGES = new LastRead<>();

    private final RulebookFiles files;
    private final Faults faults = new Faults();
    private final Map<String, Map<String, Position>> phrasePlaces = new HashMap<>();

    private RulebookReader(RulebookFiles files) {
        this.files = files;
    }

    /** Reads {@code acts}, {@code behaviours}, {@code phrases}, {@code examples} and {@code messages}. */
    public static Reading read(RulebookFiles files) {
        return read(files, List.of());
    }

    /** @param found what was wrong with the files before their text could be read */
    static Reading read(RulebookFiles files, List<Fault> found) {
        RulebookReader reader = new RulebookReader(files);
        found.forEach(reader.faults::add);
        return reader.read();
    }

    private Reading read() {
        files.faults().forEach(faults::add);
        SortedMap<String, List<String>> phrases = phrases();
        List<Placed> drafts = drafts();
        SortedMap<String, Placed> kinds = kinds(drafts);
        Lexicon lexicon = new Lexicon(kinds.keySet(), phrases.keySet());
        List<Placed> placed = new ArrayList<>();
        for (Placed draft : drafts) {
            placed.add(new Placed(draft.file(), draft.draft(),
                    new RuleReader(draft.file(), faults).finish(draft.draft(), lexicon)));
        }
        checkCodes(placed);
        checkConditions(placed);
        checkCycles(placed);
        checkBehaviours(placed);
        checkMeanings(placed, phrases);
        List<Example> examples = examples(placed);
        Wordings messages = messages(behaviourCodes(placed));
        if (!faults.none()) {
            return new Reading.Refused(faults.sorted());
        }
        Map<String, Places.OfRule> places = new HashMap<>();
        placed.forEach(each -> places.put(each.rule().code(), each.draft().place(each.file())));
        return new Reading.Read(new Rulebook(placed.stream().map(Placed::rule).toList(), phrases, examples,
                messages, new Places(places, phrasePlaces)));
    }

    private SortedMap<String, List<String>> phrases() {
        SortedMap<String, List<String>> phrases = new TreeMap<>();
        for (String file : files.in("phrases")) {
            String name = English.plain(file.substring("phrases/".length(), file.length() - ".txt".length()));
            if (phrases.put(name, PhraseReader.read(file, files.text(file), faults,
                    phrasePlaces.computeIfAbsent(name, n -> new HashMap<>()))) != null) {
                faults.add(file, 1, 1, "there is another list called \"" + name + "\"", "a name of its own", null);
            }
        }
        return phrases;
    }

    private List<Placed> drafts() {
        List<Placed> drafts = new ArrayList<>();
        for (String part : List.of("acts", "behaviours")) {
            for (String file : files.in(part)) {
                for (Draft draft : new RuleReader(file, faults)
                        .drafts(Scan.words(file, files.text(file), faults))) {
                    if (drafts.size() == MOST_RULES) {
                        faults.at(file, draft.at, "there are too many rules", "at most " + MOST_RULES, null);
                        return drafts;
                    }
                    drafts.add(new Placed(file, draft, null));
                }
            }
        }
        if (drafts.isEmpty() && faults.none()) {
            faults.add("behaviours", 1, 1, "there is no rule", "rules in behaviours/*.rules", null);
        }
        return drafts;
    }

    /** Kinds of turn that act rules define, with the first rule that does. */
    private SortedMap<String, Placed> kinds(List<Placed> drafts) {
        SortedMap<String, Placed> kinds = new TreeMap<>();
        for (Placed draft : drafts) {
            if (draft.draft().conclusion instanceof Conclusion.TheTurnIs is) {
                kinds.putIfAbsent(is.kind(), draft);
            }
        }
        for (Map.Entry<String, Placed> kind : kinds.entrySet()) {
            String plural = English.plural(kind.getKey());
            Placed other = kinds.get(plural);
            if (other != null && !plural.equals(kind.getKey())) {
                faults.at(other.file(), other.draft().conclusionAt,
                        "\"" + plural + "\" is the plural of another kind of turn", "a name of its own", null);
            }
        }
        return kinds;
    }

    private void checkCodes(List<Placed> placed) {
        Map<String, Placed> first = new HashMap<>();
        for (Placed each : placed) {
            Word code = each.draft().code;
            if (code != null) {
                Placed other = first.putIfAbsent(code.text(), each);
                if (other != null) {
                    faults.at(each.file(), code, "the code " + code.text() + " is taken by the rule at "
                            + at(other), "a code of its own", null);
                }
            }
        }
    }

    private void checkConditions(List<Placed> placed) {
        Map<Set<String>, Placed> first = new HashMap<>();
        for (Placed each : placed) {
            if (each.rule() == null) {
                continue;
            }
            Set<String> conditions = new HashSet<>();
            each.rule().conditions().forEach(condition -> conditions.add(condition.key()));
            Placed other = first.putIfAbsent(conditions, each);
            if (other != null) {
                faults.add(Fault.at(each.position(), "the rule has the same conditions as the rule at " + at(other),
                        "one of them changed or removed"));
            }
            if (each.rule().conclusion() instanceof Conclusion.Observe observe
                    && observe.polarity() != Polarity.KNOW && !saysTheLearnerSpeaks(each.rule())) {
                faults.add(Fault.at(each.position(), "the rule does not say that the learner speaks",
                        "when the speaker is the learner"));
            }
        }
    }

    /** Comparing by meaning costs milliseconds for each line when the rulebook is made ready. */
    private void checkMeanings(List<Placed> placed, Map<String, List<String>> phrases) {
        Set<String> counted = new HashSet<>();
        int lines = 0;
        for (Placed each : placed) {
            if (each.rule() == null) {
                continue;
            }
            for (Condition condition : each.rule().conditions()) {
                for (Condition.Is is : condition.parts()) {
                    if (is.predicate().costly()) {
                        for (String list : is.predicate().phraseLists(is.arguments())) {
                            lines += counted.add(list) ? phrases.getOrDefault(list, List.of()).size() : 0;
                        }
                        if (lines > MOST_COMPARED) {
                            faults.add(Fault.at(each.position(), "with this rule " + lines
                                    + " lines of phrase lists are compared by meaning", "at most " + MOST_COMPARED));
                            return;
                        }
                    }
                }
            }
        }
    }

    private static boolean saysTheLearnerSpeaks(Rule rule) {
        return rule.conditions().stream().anyMatch(condition -> condition instanceof Condition.Is is
                && Vocabulary.saysTheLearnerSpeaks(is.predicate(), is.arguments()));
    }

    private static String at(Placed placed) {
        return placed.file() + ":" + placed.draft().at.line();
    }

    /** A kind must not be needed to decide itself, however many rules lie between. */
    private void checkCycles(List<Placed> placed) {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (Placed each : placed) {
            if (each.rule() != null && each.rule().conclusion() instanceof Conclusion.TheTurnIs is) {
                needs.computeIfAbsent(is.kind(), k -> new TreeSet<>()).addAll(each.rule().kindsOfThisTurn());
            }
        }
        for (Placed each : placed) {
            if (each.rule() == null || !(each.rule().conclusion() instanceof Conclusion.TheTurnIs is)) {
                continue;
            }
            for (String needed : each.rule().kindsOfThisTurn()) {
                List<String> way = way(needed, is.kind(), needs);
                if (way != null) {
                    Word word = each.draft().kinds.get(needed);
                    way.add(0, is.kind());
                    faults.at(each.file(), word == null ? each.draft().at : word,
                            "whether a turn is " + English.withArticle(is.kind()) + " depends on itself ("
                                    + String.join(", ", way) + ")",
                            "kinds that can be decided one after the other", null);
                }
            }
        }
    }

    /** Who gives way to a behaviour must name one that is observed, and none may wait for itself. */
    private void checkBehaviours(List<Placed> placed) {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (Placed each : placed) {
            if (each.draft().conclusion instanceof Conclusion.Observe observe) {
                Set<String> needed = needs.computeIfAbsent(English.plain(observe.behaviour()), b -> new TreeSet<>());
                needed.addAll(each.rule() == null ? Set.of() : each.rule().behaviours());
            }
        }
        for (Placed each : placed) {
            if (each.rule() == null) {
                continue;
            }
            for (String needed : each.rule().behaviours()) {
                Position at = namedAt(each, needed);
                if (each.rule().isAct()) {
                    faults.add(Fault.at(at, "what a turn is cannot depend on what is observed in it",
                            "such a condition in a rule that observes"));
                } else if (!needs.containsKey(needed)) {
                    faults.add(at.file(), at.line(), at.column(), "no rule observes \"" + needed + "\"",
                            Nearest.expected(needed, needs.keySet()),
                            Nearest.to(needed, needs.keySet()).orElse(null));
                } else {
                    String own = English.plain(((Conclusion.Observe) each.rule().conclusion()).behaviour());
                    List<String> way = way(needed, own, needs);
                    if (way != null) {
                        way.add(0, own);
                        faults.add(Fault.at(at, "whether \"" + own + "\" is observed depends on itself ("
                                + String.join(", ", way) + ")", "behaviours that give way to each other one way only"));
                    }
                }
            }
        }
    }

    /** Where a rule names a behaviour. */
    private static Position namedAt(Placed placed, String behaviour) {
        Places.OfRule places = placed.draft().place(placed.file());
        for (int c = 0; c < placed.rule().conditions().size(); c++) {
            List<Condition.Is> parts = placed.rule().conditions().get(c).parts();
            for (int p = 0; p < parts.size(); p++) {
                if (parts.get(p).predicate().behaviours(parts.get(p).arguments()).contains(behaviour)) {
                    return places.parts().get(c).get(p);
                }
            }
        }
        return placed.position();
    }

    /** Kinds from {@code from} to {@code to}, each needing the next; null if there is no way. */
    private static List<String> way(String from, String to, Map<String, Set<String>> needs) {
        Map<String, String> before = new HashMap<>();
        List<String> open = new ArrayList<>(List.of(from));
        before.put(from, null);
        for (int i = 0; i < open.size(); i++) {
            String kind = open.get(i);
            if (kind.equals(to)) {
                List<String> way = new ArrayList<>();
                for (String each = kind; each != null; each = before.get(each)) {
                    way.add(0, each);
                }
                return way;
            }
            for (String next : needs.getOrDefault(kind, Set.of())) {
                if (!before.containsKey(next)) {
                    before.put(next, kind);
                    open.add(next);
                }
            }
        }
        return null;
    }

    private static Set<String> behaviourCodes(List<Placed> placed) {
        Set<String> codes = new TreeSet<>();
        for (Placed each : placed) {
            Conclusion conclusion = each.draft().conclusion;
            boolean behaviour = conclusion == null
                    ? each.file().startsWith("behaviours/")
                    : conclusion instanceof Conclusion.Observe;
            if (each.draft().code != null && behaviour) {
                codes.add(each.draft().code.text());
            }
        }
        return codes;
    }

    private List<Example> examples(List<Placed> placed) {
        Set<String> behaviours = behaviourCodes(placed);
        Set<String> codes = placed.stream().map(each -> each.draft().code).filter(Objects::nonNull).map(Word::text)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, String> texts = new TreeMap<>();
        files.in("examples").forEach(file -> texts.put(file, files.text(file)));
        ReadExamples read = EXAMPLES.of(new ExampleTexts(texts, codes), RulebookReader::read);
        read.faults().forEach(faults::add);
        for (Placed each : placed) {
            Word code = each.draft().code;
            if (code != null && behaviours.contains(code.text()) && !files.has("examples/" + code.text() + ".yaml")) {
                faults.at(each.file(), code, "the rule has no example",
                        "examples/" + code.text() + ".yaml with a conversation where it fires and a near miss", null);
            }
        }
        return read.examples();
    }

    private static ReadExamples read(ExampleTexts given) {
        Faults found = new Faults();
        List<Example> examples = new ArrayList<>();
        given.texts().forEach((file, text) -> examples.addAll(new ExampleReader(file, found).read(text,
                given.codes())));
        return new ReadExamples(List.copyOf(examples), found.sorted());
    }

    /** Messages belong to the rule their file is named after; null if there are none at all. */
    private Wordings messages(Set<String> codes) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : files.in("messages")) {
            texts.put(file.substring("messages/".length()), files.text(file));
            String name = file.substring("messages/".length(), file.length() - ".yaml".length());
            // lower-case names are messages that belong to no rule
            if (name.equals(name.toUpperCase(Locale.ROOT)) && !codes.contains(name)) {
                faults.add(file, 1, 1, "\"" + name + "\" is no behaviour rule", Nearest.expected(name, codes),
                        Nearest.to(name, codes).orElse(null));
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        var reading = MESSAGES.of(texts, each -> MessageFolder.read("messages", each));
        if (reading instanceof dev.rapport.coaching.wording.Reading.Refused refused) {
            refused.faults().forEach(fault -> faults.add(fault.file(), fault.line(), fault.column(), fault.what(),
                    fault.expected(), fault.didYouMean()));
            return null;
        }
        return ((dev.rapport.coaching.wording.Reading.Read) reading).wordings();
    }
}
