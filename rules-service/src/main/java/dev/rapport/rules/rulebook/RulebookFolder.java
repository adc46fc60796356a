package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import dev.rapport.events.Polarity;
import dev.rapport.rules.rulebook.RuleReader.Draft;
import dev.rapport.rules.vocabulary.English;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.Word;

/**
 * Reads the folder that people edit. Whatever stands there, it answers with a rulebook that fits together or with
 * everything that is wrong, and never throws: what people write is data.
 */
public final class RulebookFolder {

    static final int LARGEST_FILE = 256 * 1024;
    static final int MOST_RULES = 2_000;
    private static final int MOST_FILES = 4_000;

    /** A rule with where it stands. */
    private record Placed(String file, Draft draft, Rule rule) {

        Position position() {
            return new Position(file, draft.at.line(), draft.at.column());
        }
    }

    private final Path folder;
    private final Faults faults = new Faults();

    private RulebookFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads {@code acts}, {@code behaviours}, {@code phrases}, {@code examples} and looks into {@code messages}. */
    public static Reading read(Path folder) {
        return new RulebookFolder(folder).read();
    }

    private Reading read() {
        if (!Files.isDirectory(folder)) {
            faults.add(folder.toString().replace('\\', '/'), 1, 1, "this is no folder",
                    "a folder with acts, behaviours and phrases", null);
            return new Reading.Refused(faults.sorted());
        }
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
        List<Example> examples = examples(placed);
        checkMessages(behaviourCodes(placed));
        if (!faults.none()) {
            return new Reading.Refused(faults.sorted());
        }
        return new Reading.Read(new Rulebook(placed.stream().map(Placed::rule).toList(), phrases, examples));
    }

    private SortedMap<String, List<String>> phrases() {
        SortedMap<String, List<String>> phrases = new TreeMap<>();
        for (String file : files("phrases", ".txt")) {
            String name = English.plain(file.substring("phrases/".length(), file.length() - ".txt".length()));
            text(file).ifPresent(text -> {
                if (phrases.put(name, PhraseReader.read(file, text, faults)) != null) {
                    faults.add(file, 1, 1, "there is another list called \"" + name + "\"", "a name of its own", null);
                }
            });
        }
        return phrases;
    }

    private List<Placed> drafts() {
        List<Placed> drafts = new ArrayList<>();
        for (String part : List.of("acts", "behaviours")) {
            for (String file : files(part, ".rules")) {
                Optional<String> text = text(file);
                if (text.isPresent()) {
                    for (Draft draft : new RuleReader(file, faults).drafts(Scan.words(file, text.get(), faults))) {
                        if (drafts.size() == MOST_RULES) {
                            faults.at(file, draft.at, "there are too many rules", "at most " + MOST_RULES, null);
                            return drafts;
                        }
                        drafts.add(new Placed(file, draft, null));
                    }
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
        Set<String> codes = behaviourCodes(placed);
        List<Example> examples = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (String file : files("examples", ".yaml")) {
            files.add(file);
            text(file).ifPresent(text -> examples.addAll(new ExampleReader(file, faults).read(text, codes)));
        }
        for (Placed each : placed) {
            Word code = each.draft().code;
            if (code != null && codes.contains(code.text()) && !files.contains("examples/" + code.text() + ".yaml")) {
                faults.at(each.file(), code, "the rule has no example",
                        "examples/" + code.text() + ".yaml with a conversation where it fires and a near miss", null);
            }
        }
        return examples;
    }

    /** Messages belong to the rule their file is named after; whether they name it too is free. What stands in them is for the feedback service to check. */
    private void checkMessages(Set<String> codes) {
        for (String file : files("messages", ".yaml")) {
            String name = file.substring("messages/".length(), file.length() - ".yaml".length());
            Optional<String> text = text(file);
            if (text.isEmpty()) {
                continue;
            }
            YamlTree yaml = new YamlTree(file, faults);
            Optional<MappingNode> root = yaml.read(text.get());
            Map<String, Node> entries = root.map(YamlTree::anyEntries).orElse(Map.of());
            Node rule = entries.getOrDefault("code", entries.get("rule"));
            String code = yaml.text(rule);
            if (code != null && !codes.contains(code)) {
                yaml.fault(rule, "\"" + code + "\" is no behaviour rule", Nearest.expected(code, codes),
                        Nearest.to(code, codes).orElse(null));
            } else if (code != null && !code.equals(name)) {
                yaml.fault(rule, "the messages of " + code + " stand in another file",
                        "them in messages/" + code + ".yaml",
                        null);
            } else if (rule == null && name.equals(name.toUpperCase(Locale.ROOT)) && !codes.contains(name)) {
                // lower-case names are messages that belong to no rule
                faults.add(file, 1, 1, "\"" + name + "\" is no behaviour rule", Nearest.expected(name, codes),
                        Nearest.to(name, codes).orElse(null));
            }
        }
    }

    // -- files ------------------------------------------------------------------------------------------------------

    /** Paths below the folder, sorted; hidden files and what editors leave behind are passed over. */
    private List<String> files(String part, String ending) {
        Path directory = folder.resolve(part);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> files = entries.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.startsWith(".")).sorted().limit(MOST_FILES + 1L)
                    .map(name -> part + "/" + name).toList();
            if (files.size() > MOST_FILES) {
                faults.add(part, 1, 1, "there are too many files", "at most " + MOST_FILES, null);
            }
            return files;
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            faults.add(part, 1, 1, "the folder cannot be read", null, null);
            return List.of();
        }
    }

    /** The text of a file; empty after a fault. */
    private Optional<String> text(String file) {
        Path path = folder.resolve(file);
        byte[] bytes;
        try {
            if (Files.size(path) > LARGEST_FILE) {
                faults.add(file, 1, 1, "the file is too large", "at most " + LARGEST_FILE / 1024 + " KB", null);
                return Optional.empty();
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException unreadable) {
            faults.add(file, 1, 1, "the file cannot be read", null, null);
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            String before = text.toString();
            faults.add(file, (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'), "this is no UTF-8 text", "a file saved as UTF-8", null);
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }
}
