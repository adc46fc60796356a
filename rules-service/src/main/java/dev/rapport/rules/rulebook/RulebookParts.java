package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rapport.rules.rulebook.RuleText.WrittenRule;
import dev.rapport.rules.vocabulary.Lexicon;

/**
 * A rulebook taken apart, free of how it was written: what a spreadsheet or a comparison is about.
 *
 * @param rules by code, with the file each stands in
 * @param phrases of each list, by the path of its file
 * @param examples by the code of their rule
 * @param messages texts by the path of their file and their place in it, e.g. {@code says[2]}
 */
public record RulebookParts(SortedMap<String, PlacedRule> rules, SortedMap<String, List<String>> phrases,
        SortedMap<String, List<Example>> examples, SortedMap<String, Map<String, String>> messages) {

    /**
     * A rule and the file it stands in.
     *
     * @param path e.g. {@code behaviours/questions.rules}
     */
    public record PlacedRule(String path, Rule rule) {
    }

    public RulebookParts {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
        examples = Collections.unmodifiableSortedMap(new TreeMap<>(examples));
        messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
    }

    /** The parts that can be read; what is faulty is left out. Of a sound rulebook that is all of it. */
    public static RulebookParts of(RulebookFiles files) {
        SortedMap<String, PlacedRule> rules = new TreeMap<>();
        Lexicon lexicon = RuleText.lexicon(files);
        for (String part : List.of("acts", "behaviours")) {
            for (String path : files.in(part)) {
                for (WrittenRule written : WrittenRule.all(path, files.text(path))) {
                    written.read(lexicon).ifPresent(rule -> rules.putIfAbsent(rule.code(), new PlacedRule(path, rule)));
                }
            }
        }
        SortedMap<String, List<String>> phrases = new TreeMap<>();
        files.in("phrases").forEach(
                path -> phrases.put(path,
                        List.copyOf(PhraseReader.read(path, files.text(path), new Faults(), new TreeMap<>()))));
        SortedMap<String, List<Example>> examples = new TreeMap<>();
        Set<String> codes = rules.keySet();
        for (String path : files.in("examples")) {
            new ExampleReader(path, new Faults()).read(files.text(path), codes)
                    .forEach(each -> examples.computeIfAbsent(each.rule(), k -> new ArrayList<>()).add(each));
        }
        SortedMap<String, Map<String, String>> messages = new TreeMap<>();
        for (String path : files.in("messages")) {
            new YamlTree(path, new Faults()).read(files.text(path))
                    .ifPresent(root -> messages.put(path, FlatYaml.flat(root)));
        }
        return new RulebookParts(rules, phrases, examples, messages);
    }

    /** Whether both say the same, wherever the examples stand in their files. */
    public boolean saysTheSameAs(RulebookParts other) {
        return rules.equals(other.rules) && phrases.equals(other.phrases) && messages.equals(other.messages)
                && placeless(examples).equals(placeless(other.examples));
    }

    private static Map<String, List<Example>> placeless(SortedMap<String, List<Example>> examples) {
        Map<String, List<Example>> placeless = new TreeMap<>();
        examples.forEach((code, of) -> placeless.put(code, of.stream().map(RulebookParts::placeless).toList()));
        return placeless;
    }

    private static Example placeless(Example example) {
        return new Example(example.rule(), example.name(), example.kind(), example.stage(), example.at(),
                example.turns(), null);
    }

    /** Whether two examples differ in nothing but where they stand. */
    public static boolean same(Example one, Example other) {
        return placeless(one).equals(placeless(other));
    }

    /**
     * The files of a rulebook with these parts instead of its own. What says the same as before keeps its text, byte for
     * byte; of a rule or list that changed, what did not change keeps its words and comments.
     *
     * @param all whether rules, lists, examples and messages that are not among the parts are taken away; otherwise they
     *        stay
     */
    public RulebookFiles into(RulebookFiles base, boolean all) {
        RulebookParts before = of(base);
        RulebookFiles files = phrasesInto(base, before, all);
        Map<String, PlacedRule> written = new LinkedHashMap<>();
        // acts first: behaviour rules are read by the kinds they make
        rules.forEach((code, placed) -> {
            if (placed.rule().isAct()) {
                written.put(code, placed);
            }
        });
        rules.forEach(written::putIfAbsent);
        Set<String> there = new LinkedHashSet<>(RuleText.places(files).keySet());
        for (Map.Entry<String, PlacedRule> each : written.entrySet()) {
            files = ruleInto(files, before, there, each.getKey(), each.getValue());
        }
        if (all) {
            for (String code : there) {
                if (!rules.containsKey(code)) {
                    files = RuleText.remove(files, code);
                }
            }
        }
        return messagesInto(examplesInto(files, before, all), before, all);
    }

    private static RulebookFiles ruleInto(RulebookFiles files, RulebookParts before, Set<String> there, String code,
            PlacedRule placed) {
        if (!there.contains(code)) {
            return RuleText.add(files, placed.path(), placed.rule());
        }
        if (placed.equals(before.rules.get(code))) {
            return files;
        }
        String path = RuleText.find(files, code).orElseThrow().path();
        if (path.equals(placed.path())) {
            return RuleText.replace(files, placed.rule());
        }
        return RuleText.add(RuleText.remove(files, code), placed.path(), placed.rule());
    }

    private RulebookFiles phrasesInto(RulebookFiles base, RulebookParts before, boolean all) {
        RulebookFiles files = base;
        for (Map.Entry<String, List<String>> list : phrases.entrySet()) {
            if (!list.getValue().equals(before.phrases.get(list.getKey()))) {
                String text = base.has(list.getKey()) ? base.text(list.getKey()) : "";
                files = files.with(list.getKey(), phraseText(text, list.getValue()));
            }
        }
        for (String path : before.phrases.keySet()) {
            files = all && !phrases.containsKey(path) ? files.without(path) : files;
        }
        return files;
    }

    /** Lines of phrases that stay keep their place and comments, new ones follow; in another order all is written anew. */
    private static String phraseText(String text, List<String> phrases) {
        Set<String> left = new LinkedHashSet<>(phrases);
        StringBuilder out = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int comment = line.indexOf('#');
            String phrase = (comment < 0 ? line : line.substring(0, comment)).replace("\uFEFF", "").strip();
            if (phrase.isEmpty() || left.remove(phrase)) {
                out.append(line).append('\n');
            } else if (comment >= 0) {
                out.append(line.substring(comment)).append('\n');
            }
            if (comment >= 0) {
                comments.append(line.substring(comment)).append('\n');
            }
        }
        left.forEach(phrase -> out.append(phrase).append('\n'));
        if (PhraseReader.read("", out.toString(), new Faults(), new TreeMap<>()).equals(phrases)) {
            return out.toString();
        }
        return comments + String.join("", phrases.stream().map(phrase -> phrase + "\n").toList());
    }

    private RulebookFiles examplesInto(RulebookFiles base, RulebookParts before, boolean all) {
        RulebookFiles files = base;
        for (Map.Entry<String, List<Example>> of : examples.entrySet()) {
            List<Example> old = before.examples.getOrDefault(of.getKey(), List.of());
            boolean same = of.getValue().stream().map(RulebookParts::placeless).toList()
                    .equals(old.stream().map(RulebookParts::placeless).toList());
            if (!same) {
                files = files.with("examples/" + of.getKey() + ".yaml",
                        ExampleWriter.write(of.getKey(), of.getValue()));
            }
        }
        for (String code : before.examples.keySet()) {
            files = all && !examples.containsKey(code) ? files.without("examples/" + code + ".yaml") : files;
        }
        return files;
    }

    private RulebookFiles messagesInto(RulebookFiles base, RulebookParts before, boolean all) {
        RulebookFiles files = base;
        for (Map.Entry<String, Map<String, String>> of : messages.entrySet()) {
            if (!Objects.equals(of.getValue(), before.messages.get(of.getKey()))) {
                files = files.with(of.getKey(), FlatYaml.write(of.getValue()));
            }
        }
        for (String path : before.messages.keySet()) {
            files = all && !messages.containsKey(path) ? files.without(path) : files;
        }
        return files;
    }

    /** Writes the examples of one rule as the files have them. */
    static final class ExampleWriter {

        private ExampleWriter() {
        }

        static String write(String code, List<Example> examples) {
            StringBuilder out = new StringBuilder("rule: ").append(code).append('\n');
            for (boolean fires : List.of(true, false)) {
                List<Example> some = examples.stream().filter(each -> each.fires() == fires).toList();
                if (!some.isEmpty()) {
                    out.append(fires ? "fires:\n" : "nearMisses:\n");
                    some.forEach(each -> write(each, out));
                }
            }
            return out.toString();
        }

        private static void write(Example example, StringBuilder out) {
            out.append("  - name: ").append(FlatYaml.scalar(example.name())).append('\n');
            out.append("    kind: ").append(FlatYaml.scalar(example.kind())).append('\n');
            if (example.stage() != null) {
                out.append("    stage: ").append(FlatYaml.scalar(example.stage())).append('\n');
            }
            if (example.fires()) {
                out.append("    at: ").append(example.at().size() == 1 ? example.at().get(0) : example.at())
                        .append('\n');
            }
            out.append("    turns:\n");
            for (Example.Line line : example.turns()) {
                String role = line.role().name().toLowerCase(Locale.ROOT);
                boolean plain = line.text().equals(line.text().strip()) && line.startMillis() == null
                        && line.endMillis() == null;
                if (plain) {
                    out.append("      - ").append(FlatYaml.scalar(role + ": " + line.text())).append('\n');
                } else {
                    out.append("      - ").append(role).append(": ").append(FlatYaml.scalar(line.text())).append('\n');
                    if (line.startMillis() != null) {
                        out.append("        start: ").append(line.startMillis()).append('\n');
                    }
                    if (line.endMillis() != null) {
                        out.append("        end: ").append(line.endMillis()).append('\n');
                    }
                }
            }
        }
    }
}
