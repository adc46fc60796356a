package dev.rapport.rules.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;

/**
 * Which rules of a draft can say anything else than those in force: the ones that differ, and all that rest on a kind of
 * turn which one that differs defines. Whatever is not among them need not be judged twice.
 *
 * @param kinds of turn that may be seen elsewhere
 * @param behaviours codes of behaviour rules of the draft that may say something else
 * @param toJudge rules of the draft that decide those, sorted by code
 */
record Effect(Set<String> kinds, Set<String> behaviours, List<Rule> toJudge) {

    Effect {
        kinds = Set.copyOf(kinds);
        behaviours = Set.copyOf(behaviours);
        toJudge = List.copyOf(toJudge);
    }

    static Effect of(Rulebook live, Rulebook draft) {
        Set<String> kinds = kinds(live, draft);
        Set<String> behaviours = new TreeSet<>();
        for (Rule rule : draft.behaviourRules()) {
            if (!saysTheSame(rule, live, draft) || mentions(rule, kinds)) {
                behaviours.add(rule.code());
            }
        }
        return new Effect(kinds, behaviours, toJudge(draft, kinds, behaviours));
    }

    private static Set<String> kinds(Rulebook live, Rulebook draft) {
        List<Rule> acts = new ArrayList<>(acts(live));
        acts.addAll(acts(draft));
        Set<String> kinds = new HashSet<>();
        for (Rule rule : acts) {
            if (!saysTheSame(rule, live, draft)) {
                kinds.add(kind(rule));
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Rule rule : acts) {
                more |= mentions(rule, kinds) && kinds.add(kind(rule));
            }
        }
        return kinds;
    }

    /** Those rules, all that define the kinds, and the act rules that the current turn must pass before. */
    private static List<Rule> toJudge(Rulebook draft, Set<String> kinds, Set<String> behaviours) {
        Map<String, List<Rule>> byKind = new HashMap<>();
        acts(draft).forEach(rule -> byKind.computeIfAbsent(kind(rule), k -> new ArrayList<>()).add(rule));
        Set<Rule> wanted = new LinkedHashSet<>();
        List<Rule> next = new ArrayList<>();
        draft.behaviourRules().stream().filter(rule -> behaviours.contains(rule.code())).forEach(next::add);
        kinds.forEach(kind -> next.addAll(byKind.getOrDefault(kind, List.of())));
        while (!next.isEmpty()) {
            Rule rule = next.remove(next.size() - 1);
            if (wanted.add(rule)) {
                rule.kindsOfThisTurn().forEach(kind -> next.addAll(byKind.getOrDefault(kind, List.of())));
            }
        }
        return draft.rules().stream().filter(wanted::contains).toList();
    }

    private static boolean saysTheSame(Rule rule, Rulebook live, Rulebook draft) {
        Optional<Rule> before = live.rule(rule.code());
        Optional<Rule> after = draft.rule(rule.code());
        return before.isPresent() && after.isPresent()
                && live.version(before.get()).equals(draft.version(after.get()));
    }

    private static boolean mentions(Rule rule, Collection<String> kinds) {
        for (Condition condition : rule.conditions()) {
            for (Condition.Is is : condition.parts()) {
                if (is.predicate().kinds(is.arguments()).stream().anyMatch(kinds::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Rule> acts(Rulebook rulebook) {
        return rulebook.rules().stream().filter(Rule::isAct).toList();
    }

    private static String kind(Rule rule) {
        return ((Conclusion.TheTurnIs) rule.conclusion()).kind();
    }
}
