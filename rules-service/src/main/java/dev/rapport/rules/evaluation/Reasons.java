package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rapport.events.Evidence;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.vocabulary.Finding;
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

    /** What came of the rule, of each of its conditions and of each of their sentences. */
    static TryOut.Tried tried(Rule rule, Scene scene) {
        List<TryOut.Asked> asked = new ArrayList<>();
        Truth verdict = Interpreter.truth(rule, is -> scene.finding(is).truth());
        Set<String> changes = new LinkedHashSet<>();
        for (Condition condition : rule.conditions()) {
            Truth truth = Interpreter.truth(condition, is -> scene.finding(is).truth());
            boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
            List<TryOut.Part> parts = new ArrayList<>();
            for (Condition.Is is : condition.parts()) {
                Finding finding = scene.finding(is);
                Why why = finding.why().get();
                parts.add(new TryOut.Part(is.sentence(), finding.truth(), why.fact(), why.asked(), passages(why)));
            }
            asked.add(new TryOut.Asked(condition, truth, parts));
            if (verdict == Truth.YES || truth != Truth.YES) {
                changes.add(change(condition, negative, verdict, scene));
            }
        }
        changes.remove("");
        return new TryOut.Tried(rule, verdict, asked, List.copyOf(changes));
    }

    /** What would turn a condition round, in words: "a or b" where one of several is enough. */
    private static String change(Condition condition, boolean negative, Truth verdict, Scene scene) {
        List<String> ways = new ArrayList<>();
        for (Condition.Is is : condition.parts()) {
            Finding finding = scene.finding(is);
            boolean speaksFor = finding.truth() == (negative ? Truth.NO : Truth.YES);
            if (finding.truth() == Truth.CANNOT_TELL
                    ? verdict != Truth.YES
                    : (verdict == Truth.YES
                            ? speaksFor && !negative
                            : negative && !speaksFor)) {
                // the finding itself knows what would have been different
                ways.add(finding.why().get().otherwise());
            } else if (finding.truth() != Truth.CANNOT_TELL && (verdict == Truth.YES ? negative : !speaksFor)) {
                ways.add(is.sentence());
            }
        }
        // where one part decides, one change is enough; otherwise all of them are needed
        boolean oneIsEnough = verdict == Truth.YES ? !(condition instanceof Condition.AnyOf) : !negative;
        return String.join(oneIsEnough ? " or " : " and ", ways);
    }

    private static List<TryOut.Words> passages(Why why) {
        return why.passages().stream().map(passage -> new TryOut.Words(passage.turn().turn().number(),
                passage.span() == null ? 0 : passage.span().from(),
                passage.span() == null ? passage.turn().turn().text().length() : passage.span().to())).toList();
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
