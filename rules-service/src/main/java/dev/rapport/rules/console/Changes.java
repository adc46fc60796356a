package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.difference.Difference;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;

/** Says in sentences what a version changes of another. */
@ApplicationScoped
class Changes {

    private final Rulebooks rulebooks;

    Changes(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /**
     * @param against what it is compared with, in words
     * @param changed rules first
     */
    record Told(String against, List<Change> changed) {
    }

    /**
     * @param how {@code added}, {@code removed} or {@code changed}
     * @param what in words
     * @param code of the rule; null for a file
     * @param path of its file; null for a rule
     */
    record Change(String how, String what, String code, String path, List<Line> lines) {
    }

    /** @param how {@code in} or {@code out} */
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

    private static List<Change> changed(RulebookFiles before, RulebookFiles after) {
        Difference difference = Difference.of(before, after);
        List<Change> changed = new ArrayList<>();
        for (Difference.RuleChange rule : difference.rules()) {
            changed.add(new Change(word(rule.sort()), "the rule “" + rule.name() + "” (" + rule.code() + ")",
                    rule.code(), null, lines(rule.lines())));
        }
        difference.phrases().forEach(part -> changed.add(new Change(word(part.sort()),
                "the phrases “" + part.name() + "”", null, "phrases/" + part.name().replace(' ', '-') + ".txt",
                lines(part.lines()))));
        difference.messages().forEach(part -> changed.add(new Change(word(part.sort()),
                "the message of " + part.name(), null, "messages/" + part.name() + ".yaml", lines(part.lines()))));
        difference.examples().forEach(part -> changed.add(new Change(word(part.sort()),
                "the examples of " + part.name(), null, "examples/" + part.name() + ".yaml", lines(part.lines()))));
        return changed;
    }

    private static String word(Difference.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static List<Line> lines(List<Difference.LineChange> changes) {
        List<Line> lines = new ArrayList<>();
        for (Difference.LineChange change : changes) {
            String place = change.place().isEmpty() ? "" : change.place() + ": ";
            if (change.before() != null) {
                lines.add(new Line("out", place + change.before()));
            }
            if (change.after() != null) {
                lines.add(new Line("in", place + change.after()));
            }
        }
        return lines;
    }
}
