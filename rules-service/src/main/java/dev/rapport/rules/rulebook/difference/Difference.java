package dev.rapport.rules.rulebook.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RuleWriter;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.RulebookParts.PlacedRule;

/**
 * What differs between two rulebooks. Layout and comments are no difference; of a rule that cannot be read, its lines are
 * compared as they are written.
 *
 * @param rules by code
 * @param phrases by the name of the list
 * @param messages by the name of their file
 * @param examples by the code of their rule
 */
public record Difference(List<RuleChange> rules, List<PartChange> phrases, List<PartChange> messages,
        List<PartChange> examples) {

    /** What became of something. */
    public enum Sort {
        ADDED, REMOVED, CHANGED
    }

    /**
     * A rule that differs.
     *
     * @param name as it is called now, or was
     * @param lines that differ, in the order of the rule: for a changed rule those only, otherwise all
     */
    public record RuleChange(String code, String name, Sort sort, List<LineChange> lines) {
    }

    /**
     * A phrase list, a message file or the examples of a rule.
     *
     * @param name e.g. {@code warm words}, {@code B20}
     * @param lines that differ
     */
    public record PartChange(String name, Sort sort, List<LineChange> lines) {
    }

    /**
     * Something that differs.
     *
     * @param place what it is, e.g. {@code says[2]}; empty where the line says it itself
     * @param before null if it is new
     * @param after null if it is gone
     */
    public record LineChange(String place, String before, String after) {
    }

    public Difference {
        rules = List.copyOf(rules);
        phrases = List.copyOf(phrases);
        messages = List.copyOf(messages);
        examples = List.copyOf(examples);
    }

    public boolean none() {
        return rules.isEmpty() && phrases.isEmpty() && messages.isEmpty() && examples.isEmpty();
    }

    public static Difference of(RulebookFiles before, RulebookFiles after) {
        RulebookParts old = RulebookParts.of(before);
        RulebookParts now = RulebookParts.of(after);
        List<PartChange> phrases = new ArrayList<>();
        union(old.phrases().keySet(), now.phrases().keySet()).forEach(path -> part(phrases,
                path.substring("phrases/".length(), path.length() - ".txt".length()).replace('-', ' '),
                asMap(old.phrases().get(path)), asMap(now.phrases().get(path)), true));
        List<PartChange> messages = new ArrayList<>();
        union(old.messages().keySet(), now.messages().keySet()).forEach(path -> part(messages,
                path.substring("messages/".length(), path.length() - ".yaml".length()), old.messages().get(path),
                now.messages().get(path), false));
        List<PartChange> examples = new ArrayList<>();
        union(old.examples().keySet(), now.examples().keySet()).forEach(code -> part(examples, code,
                told(old.examples().get(code)), told(now.examples().get(code)), false));
        return new Difference(rules(before, old, after, now), phrases, messages, examples);
    }

    private static List<RuleChange> rules(RulebookFiles before, RulebookParts old, RulebookFiles after,
            RulebookParts now) {
        Set<String> oldCodes = RuleText.places(before).keySet();
        Set<String> nowCodes = RuleText.places(after).keySet();
        List<RuleChange> changes = new ArrayList<>();
        for (String code : union(oldCodes, nowCodes)) {
            List<String> oldLines = lines(before, old.rules().get(code), code, oldCodes);
            List<String> nowLines = lines(after, now.rules().get(code), code, nowCodes);
            if (!oldLines.equals(nowLines)) {
                PlacedRule named = nowLines.isEmpty() ? old.rules().get(code) : now.rules().get(code);
                changes.add(new RuleChange(code, named == null ? "" : named.rule().name(),
                        oldLines.isEmpty() ? Sort.ADDED : nowLines.isEmpty() ? Sort.REMOVED : Sort.CHANGED,
                        Lines.changes(oldLines, nowLines)));
            }
        }
        return changes;
    }

    private static List<String> lines(RulebookFiles files, PlacedRule placed, String code, Set<String> codes) {
        if (!codes.contains(code)) {
            return List.of();
        }
        String text = placed == null ? RuleText.textOf(files, code).orElseThrow() : RuleWriter.write(placed.rule());
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The difference of one rule before and after an edit, line by line; no lines if they say the same. */
    public static List<LineChange> of(Rule before, Rule after) {
        return Lines.changes(RuleWriter.write(before).lines().map(String::strip).toList(),
                RuleWriter.write(after).lines().map(String::strip).toList());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Map<String, String> asMap(List<String> phrases) {
        if (phrases == null) {
            return null;
        }
        Map<String, String> map = new TreeMap<>();
        phrases.forEach(phrase -> map.put(phrase, phrase));
        return map;
    }

    private static Map<String, String> told(List<Example> examples) {
        if (examples == null) {
            return null;
        }
        Map<String, String> told = new LinkedHashMap<>();
        for (Example example : examples) {
            StringBuilder text = new StringBuilder(example.fires() ? "fires at turn " + numbers(example) : "near miss");
            text.append(", ").append(example.kind());
            if (example.stage() != null) {
                text.append(", ").append(example.stage());
            }
            for (Example.Line line : example.turns()) {
                text.append("; ").append(line.role().name().charAt(0)).append(": ").append(line.text());
                if (line.startMillis() != null || line.endMillis() != null) {
                    text.append(" (").append(line.startMillis()).append(" to ").append(line.endMillis()).append(" ms)");
                }
            }
            told.put(example.name(), text.toString());
        }
        return told;
    }

    private static String numbers(Example example) {
        return String.join(" and ", example.at().stream().map(String::valueOf).toList());
    }

    /** @param selfSaid whether the text says all, so that its place need not be told */
    private static void part(List<PartChange> changes, String name, Map<String, String> before,
            Map<String, String> after, boolean selfSaid) {
        List<LineChange> lines = new ArrayList<>();
        Map<String, String> old = before == null ? Map.of() : before;
        Map<String, String> now = after == null ? Map.of() : after;
        old.forEach((place, text) -> {
            if (!text.equals(now.get(place))) {
                lines.add(new LineChange(selfSaid ? "" : place, text, now.get(place)));
            }
        });
        now.forEach((place, text) -> {
            if (!old.containsKey(place)) {
                lines.add(new LineChange(selfSaid ? "" : place, null, text));
            }
        });
        if (!lines.isEmpty()) {
            changes.add(new PartChange(name,
                    before == null ? Sort.ADDED : after == null ? Sort.REMOVED : Sort.CHANGED, lines));
        }
    }

    /** All of it in sentences, one a line or more, each line with a line feed; empty for no difference. */
    public String inSentences() {
        StringBuilder out = new StringBuilder();
        rules.forEach(rule -> tell(out, "Rule " + rule.code() + (rule.name().isEmpty()
                ? ""
                : " \"" + rule.name()
                        + "\""),
                rule.sort(), rule.lines()));
        phrases.forEach(list -> tell(out, "Phrase list \"" + list.name() + "\"", list.sort(), list.lines()));
        messages.forEach(file -> tell(out, "Messages " + file.name(), file.sort(), file.lines()));
        examples.forEach(of -> tell(out, "Examples of " + of.name(), of.sort(), of.lines()));
        return out.toString();
    }

    private static void tell(StringBuilder out, String what, Sort sort, List<LineChange> lines) {
        out.append(what).append(switch (sort) {
            case ADDED -> " is new:\n";
            case REMOVED -> " is gone:\n";
            case CHANGED -> " changed:\n";
        });
        for (LineChange line : lines) {
            String place = line.place().isEmpty() ? "" : line.place() + ": ";
            if (line.before() != null) {
                out.append("  - ").append(place).append(line.before()).append('\n');
            }
            if (line.after() != null) {
                out.append("  + ").append(place).append(line.after()).append('\n');
            }
        }
    }
}
