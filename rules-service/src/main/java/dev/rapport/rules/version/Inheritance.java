package dev.rapport.rules.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;

/**
 * A tenant's rulebook beside the default it was based on and the default as it is now: what would be taken over, what stays
 * the tenant's own, and where both changed the same thing. Rules are compared one by one, everything else file by file.
 *
 * @param parts what either of them changed, rules first, by name
 * @param merged the tenant's texts with everything taken over that only the default changed
 */
public record Inheritance(List<Part> parts, RulebookFiles merged) {

    /** What a part is. */
    public enum Sort {
        RULE("Rule"), PHRASES("Phrase list"), MESSAGES("Messages"), EXAMPLES("Examples");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

    /** What becomes of a part. */
    public enum Outcome {
        /** Only the default changed it. */
        TAKEN_OVER("the default changed it and you did not, so it is taken over"),
        /** Only the tenant changed it. */
        KEPT("you changed it and the default did not, so yours stays"),
        /** Both made the same of it. */
        SAME("the default changed it just as you did"),
        /** Both changed it and differently: the tenant's stays until a person decides. */
        BOTH_CHANGED("you and the default changed it differently; yours stays until you decide");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /**
     * A part that the tenant or the default changed.
     *
     * @param name code of the rule, or the file's name
     * @param before in the default it was based on; null if it was not there
     * @param now in the default as it is now; null if it is not there
     * @param own in the tenant's rulebook; null if it is not there
     */
    public record Part(Sort sort, String name, Outcome outcome, String before, String now, String own) {

        /** One sentence. */
        public String words() {
            String what = outcome.words;
            if (outcome == Outcome.TAKEN_OVER && now == null) {
                what = "the default dropped it and you had not changed it, so it goes";
            } else if (outcome == Outcome.TAKEN_OVER && before == null) {
                what = "it is new in the default, so it is taken over";
            } else if (outcome == Outcome.KEPT && own == null) {
                what = "you dropped it and the default did not change it, so it stays away";
            } else if (outcome == Outcome.KEPT && before == null) {
                what = "it is your own";
            } else if (outcome == Outcome.BOTH_CHANGED && own == null) {
                what = "you dropped it and the default changed it; it stays away until you decide";
            } else if (outcome == Outcome.BOTH_CHANGED && now == null) {
                what = "you changed it and the default dropped it; yours stays until you decide";
            }
            return sort.word + " " + name + ": " + what + ".";
        }
    }

    public Inheritance {
        parts = List.copyOf(parts);
    }

    /**
     * @param before the default rulebook that {@code own} was based on
     * @param now the default rulebook as it is now
     * @param own the tenant's texts
     */
    public static Inheritance of(RulebookFiles before, RulebookFiles now, RulebookFiles own) {
        List<Part> parts = new ArrayList<>();
        RulebookFiles merged = own;
        SortedMap<String, String> rulesBefore = rules(before);
        SortedMap<String, String> rulesNow = rules(now);
        SortedMap<String, String> rulesOwn = rules(own);
        for (String code : names(rulesBefore, rulesNow, rulesOwn)) {
            Optional<Part> part = part(Sort.RULE, code, rulesBefore.get(code), rulesNow.get(code),
                    rulesOwn.get(code));
            if (part.isPresent()) {
                parts.add(part.get());
                merged = part.get().outcome == Outcome.TAKEN_OVER ? takeOver(merged, part.get(), now) : merged;
            }
        }
        for (Sort sort : List.of(Sort.PHRASES, Sort.MESSAGES, Sort.EXAMPLES)) {
            String folder = sort.name().toLowerCase(Locale.ROOT) + "/";
            for (String path : names(in(folder, before), in(folder, now), in(folder, own))) {
                String name = path.substring(folder.length(), path.lastIndexOf('.'));
                Optional<Part> part = part(sort, name, before.texts().get(path), now.texts().get(path),
                        own.texts().get(path));
                if (part.isPresent()) {
                    parts.add(part.get());
                    if (part.get().outcome == Outcome.TAKEN_OVER) {
                        merged = part.get().now == null ? merged.without(path) : merged.with(path, part.get().now);
                    }
                }
            }
        }
        return new Inheritance(parts, merged);
    }

    private static RulebookFiles takeOver(RulebookFiles files, Part rule, RulebookFiles now) {
        if (rule.now == null) {
            return RuleText.remove(files, rule.name);
        }
        return rule.own == null
                ? RuleText.addText(files, RuleText.find(now, rule.name).orElseThrow().path(), rule.now)
                : RuleText.replaceText(files, rule.name, rule.now);
    }

    private static SortedMap<String, String> rules(RulebookFiles files) {
        SortedMap<String, String> rules = new TreeMap<>();
        RuleText.places(files).keySet()
                .forEach(code -> RuleText.textOf(files, code).ifPresent(text -> rules.put(code, text)));
        return rules;
    }

    private static SortedMap<String, String> in(String folder, RulebookFiles files) {
        return files.texts().subMap(folder, folder.substring(0, folder.length() - 1) + "0");
    }

    private static SortedSet<String> names(Map<String, String> before, Map<String, String> now,
            Map<String, String> own) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.addAll(own.keySet());
        return names;
    }

    /** Empty where neither changed anything. */
    private static Optional<Part> part(Sort sort, String name, String before, String now, String own) {
        boolean defaultChanged = !same(before, now);
        boolean ownChanged = !same(before, own);
        if (!defaultChanged && !ownChanged) {
            return Optional.empty();
        }
        Outcome outcome = !ownChanged
                ? Outcome.TAKEN_OVER
                : !defaultChanged ? Outcome.KEPT : same(now, own) ? Outcome.SAME : Outcome.BOTH_CHANGED;
        return Optional.of(new Part(sort, name, outcome, before, now, own));
    }

    /** Space at the end is no difference. */
    private static boolean same(String one, String other) {
        return Objects.equals(one == null ? null : one.stripTrailing(),
                other == null ? null : other.stripTrailing());
    }

    /** Whether the default changed something that is not the tenant's already. */
    public boolean defaultChanged() {
        return parts.stream()
                .anyMatch(part -> part.outcome == Outcome.TAKEN_OVER || part.outcome == Outcome.BOTH_CHANGED);
    }

    /** One sentence a line; empty where neither changed anything. */
    public String inSentences() {
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(part.words()).append('\n'));
        return words.toString();
    }
}
