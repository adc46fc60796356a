package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;

/** Says what a version changes of another, rule by rule and file by file. */
@ApplicationScoped
class Changes {

    private final Rulebooks rulebooks;

    Changes(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /**
     * @param against what it is compared with, in words
     * @param changed in the order of their codes and paths
     */
    record Told(String against, List<Change> changed) {
    }

    /**
     * @param how {@code added}, {@code removed} or {@code changed}
     * @param what in words
     * @param code of the rule; null for a file
     * @param path of the file; null for a rule
     */
    record Change(String how, String what, String code, String path, List<Line> lines) {
    }

    /** @param how {@code in}, {@code out} or {@code same} */
    record Line(String how, String words) {
    }

    /** What the version changes of what is in force; of the version before it where it is in force itself. */
    Told against(String tenant, Version version) {
        RulebookFiles after = rulebooks.files(tenant, version.number());
        boolean live = version.state().word().equals("live");
        if (live) {
            Integer from = version.startedFrom();
            return new Told(from == null ? "the default rulebook it was started from" : "version " + from,
                    changed(from == null
                            ? rulebooks.defaultOf(tenant, version.number())
                            : rulebooks.files(tenant, from), after));
        }
        Optional<Version> inForce = rulebooks.live(tenant);
        return new Told(
                inForce.map(v -> "version " + v.number() + ", which is in force")
                        .orElse("the default rulebook, which is in force"),
                changed(rulebooks.filesInForce(tenant), after));
    }

    static List<Change> changed(RulebookFiles before, RulebookFiles after) {
        List<Change> changed = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>(RuleText.places(before).keySet());
        codes.addAll(RuleText.places(after).keySet());
        for (String code : codes.stream().sorted().toList()) {
            String old = RuleText.textOf(before, code).orElse(null);
            String now = RuleText.textOf(after, code).orElse(null);
            if (old == null || now == null || !old.strip().equals(now.strip())) {
                changed.add(change("the rule " + name(now == null ? old : now) + " (" + code + ")", code, null, old,
                        now));
            }
        }
        Set<String> paths = new LinkedHashSet<>(before.texts().keySet());
        paths.addAll(after.texts().keySet());
        for (String path : paths.stream().filter(path -> !path.endsWith(".rules")).sorted().toList()) {
            String old = before.has(path) ? before.text(path) : null;
            String now = after.has(path) ? after.text(path) : null;
            if (old == null || !old.equals(now)) {
                changed.add(change(path, null, path, old, now));
            }
        }
        return changed;
    }

    private static Change change(String what, String code, String path, String old, String now) {
        String how = old == null ? "added" : now == null ? "removed" : "changed";
        return new Change(how, what, code, path, lines(old == null ? "" : old, now == null ? "" : now));
    }

    private static String name(String text) {
        String first = text.lines().findFirst().orElse("");
        int from = first.indexOf('"');
        int to = first.lastIndexOf('"');
        return to > from ? "“" + first.substring(from + 1, to) + "”" : "";
    }

    /** The lines that differ, what they begin and end with in common left out but for a line on either side. */
    private static List<Line> lines(String old, String now) {
        List<String> a = old.strip().lines().map(String::strip).toList();
        List<String> b = now.strip().lines().map(String::strip).toList();
        int begin = 0;
        while (begin < a.size() && begin < b.size() && a.get(begin).equals(b.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < a.size() - begin && end < b.size() - begin
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        a.subList(begin, a.size() - end).forEach(line -> lines.add(new Line("out", line)));
        b.subList(begin, b.size() - end).forEach(line -> lines.add(new Line("in", line)));
        return lines;
    }
}
