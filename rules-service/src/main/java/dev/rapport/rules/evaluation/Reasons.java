package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rapport.events.Evidence;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.vocabulary.Passage;
import dev.rapport.rules.vocabulary.Predicate.Weight;
import dev.rapport.rules.vocabulary.Truth;
import dev.rapport.rules.vocabulary.Why;

/** Says why a rule fired: the passages, a sentence for each condition, and what would have changed it. */
final class Reasons {

    private Reasons() {
    }

    static Seen seen(Rule rule, Scene scene) {
        List<String> because = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        Why telling = null;
        int weight = -1;
        for (Condition condition : rule.conditions()) {
            List<String> facts = new ArrayList<>();
            boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
            for (Condition.Is is : condition.parts()) {
                Truth truth = scene.finding(is).truth();
                if (truth == (negative ? Truth.NO : Truth.YES)) {
                    Why why = scene.finding(is).why().get();
                    facts.add(negative ? why.fact() : why.because());
                    if (!negative) {
                        passages.addAll(why.passages());
                    }
                    int weighs = weight(is, negative);
                    if (weighs > weight) {
                        weight = weighs;
                        telling = why;
                    }
                }
            }
            because.add(String.join(", and ", facts));
        }
        return new Seen(rule, ((Conclusion.Observe) rule.conclusion()).clarity(), evidence(passages, scene), because,
                telling == null ? "" : telling.otherwise());
    }

    /** An exception that did not apply tells less than anything that did. */
    private static int weight(Condition.Is is, boolean negative) {
        return negative ? is.predicate().weight() == Weight.SETTING ? 0 : 1 : 2 + is.predicate().weight().ordinal();
    }

    /** Conditions of the rule that do not hold, each with what is so instead. */
    static List<String> against(Rule rule, Scene scene) {
        List<String> against = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (Interpreter.truth(condition, is -> scene.finding(is).truth()) != Truth.YES) {
                List<String> facts = new ArrayList<>();
                boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
                for (Condition.Is is : condition.parts()) {
                    if (!negative || scene.finding(is).truth() != Truth.NO) {
                        facts.add(scene.finding(is).why().get().because());
                    }
                }
                against.add(String.join(", and ", facts));
            }
        }
        return against;
    }

    /** Why the rule cannot be decided; the first reason stands for all. */
    static String unknown(Rule rule, Scene scene) {
        for (Condition condition : rule.conditions()) {
            for (Condition.Is is : condition.parts()) {
                if (scene.finding(is).truth() == Truth.CANNOT_TELL) {
                    return scene.finding(is).why().get().fact();
                }
            }
        }
        throw new IllegalArgumentException(rule.code() + " can be decided");
    }

    /** Where in the current turn an act rule saw what it says; null for all of it. */
    static Span spanOfCurrentTurn(Rule rule, Scene scene) {
        Span all = null;
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Is || condition instanceof Condition.AnyOf) {
                for (Condition.Is is : condition.parts()) {
                    if (scene.finding(is).truth() == Truth.YES) {
                        for (Passage passage : scene.finding(is).why().get().passages()) {
                            if (passage.turn() == scene.current() && passage.span() != null) {
                                all = around(all, passage.span());
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Span around(Span a, Span b) {
        return a == null ? b : new Span(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }

    private static List<Evidence> evidence(List<Passage> passages, Scene scene) {
        Map<SeenTurn, Integer> places = new IdentityHashMap<>();
        List<SeenTurn> turns = scene.moment().turns();
        Map<Integer, Passage> merged = new TreeMap<>(Comparator.naturalOrder());
        add(merged, places, turns, new Passage(scene.current(), null, true));
        scene.moment().otherSidesLast().ifPresent(turn -> add(merged, places, turns, new Passage(turn, null, false)));
        passages.forEach(passage -> add(merged, places, turns, passage));
        return merged.values().stream().map(Reasons::evidence).toList();
    }

    private static void add(Map<Integer, Passage> merged, Map<SeenTurn, Integer> places, List<SeenTurn> turns,
            Passage passage) {
        int place = places.computeIfAbsent(passage.turn(), turn -> place(turn, turns));
        merged.merge(place, passage, (a, b) -> new Passage(a.turn(),
                a.span() == null || b.span() == null
                        ? a.span() == null ? b.span() : a.span()
                        : around(a.span(), b.span()),
                a.counted() || b.counted()));
    }

    private static int place(SeenTurn turn, List<SeenTurn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i) == turn) {
                return i;
            }
        }
        throw new IllegalArgumentException("a passage of a turn that is not in the talk");
    }

    private static Evidence evidence(Passage passage) {
        var turn = passage.turn().turn();
        String text = turn.text();
        Span span = passage.span() == null ? new Span(0, text.length()) : passage.span();
        Span focus = passage.turn().signals().focus();
        boolean act = turn.role() == Role.LEARNER && passage.counted();
        return new Evidence(turn.number(), turn.role(), act ? Evidence.Part.ACT : Evidence.Part.CONTEXT, text,
                span.from(), span.to(), focus == null ? null : text.substring(focus.from(), focus.to()),
                turn.startMillis());
    }
}
