package dev.rapport.rules.rulebook.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.vocabulary.Meaning;
import dev.rapport.rules.vocabulary.Meaning.Claim;
import dev.rapport.rules.vocabulary.Numbers;
import dev.rapport.rules.vocabulary.Quantity;

/**
 * Whether conditions can hold together in any talk. Reasons over the ranges and sets that the conditions name, what
 * counts have to do with each other, and what kinds of turn are by their act rules. Says "cannot" only where that is
 * certain, and gives up early: what it does not see is no fault.
 */
final class Logic {

    private static final int MOST_STEPS = 4_000;
    private static final long MOST_STEPS_OF_A_REVIEW = 20_000_000;

    /** All must hold, or one of them. */
    private sealed interface Formula {
    }

    private record Fact(Claim claim) implements Formula {
    }

    private record Join(List<Formula> of, boolean any) implements Formula {
    }

    /** @param learner null where it is not known who speaks */
    private record Said(boolean holds, Boolean learner) {
    }

    /** Work is used up; nothing is known. */
    private static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undecided() {
            super(null, null, false, false);
        }
    }

    private static final Formula ALWAYS = new Join(List.of(), false);

    private final Map<String, List<Rule>> rulesByKind = new HashMap<>();
    /** What conditions say, by whether they hold and who speaks: each is thought of with hundreds of others. */
    private final Map<Condition, Map<Said, Formula>> formulas = new IdentityHashMap<>();
    private int steps;
    private long allSteps;

    Logic(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.conclusion() instanceof Conclusion.TheTurnIs is) {
                rulesByKind.computeIfAbsent(is.kind(), k -> new ArrayList<>()).add(rule);
            }
        }
    }

    /** Who speaks where all of these hold; null if they do not say. */
    static Boolean learnerSpeaks(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Is is) {
                Meaning meaning = is.predicate().meaning(is.arguments(), null).orElse(null);
                if (meaning != null && meaning.claims().get(0).of().measure().equals(Quantity.SPEAKER)) {
                    return meaning.claims().get(0).in().least() == 1;
                }
            }
        }
        return null;
    }

    /**
     * Whether no talk makes all of them true.
     *
     * @param holding conditions that hold
     * @param failing conditions that are false
     * @param byKinds whether what kinds of turn are, and what counts have to do with each other, is thought of too
     */
    boolean cannotBe(List<Condition> holding, List<Condition> failing, Boolean learner, boolean byKinds) {
        if (allSteps > MOST_STEPS_OF_A_REVIEW) {
            return false;
        }
        steps = 0;
        Deque<Formula> open = new ArrayDeque<>();
        holding.forEach(condition -> open.add(formula(condition, true, learner)));
        failing.forEach(condition -> open.add(formula(condition, false, learner)));
        try {
            return !possible(new HashMap<>(), new HashSet<>(), open, learner, byKinds);
        } catch (Undecided undecided) {
            return false;
        } finally {
            allSteps += steps;
        }
    }

    private Formula formula(Condition condition, boolean holds, Boolean learner) {
        return formulas.computeIfAbsent(condition, each -> new HashMap<>()).computeIfAbsent(new Said(holds, learner),
                said -> said(condition, holds, learner));
    }

    private static Formula said(Condition condition, boolean holds, Boolean learner) {
        boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
        boolean partsHold = holds != negative;
        // of a group either one part holds, or none does
        boolean any = partsHold && condition.parts().size() > 1;
        List<Formula> parts = new ArrayList<>();
        for (Condition.Is is : condition.parts()) {
            Meaning meaning = is.predicate().meaning(is.arguments(), learner).orElse(null);
            if (meaning == null) {
                // at least it cannot be both so and not so
                parts.add(new Fact(new Claim(new Quantity(is.key(), "", null, 0, 0, 1),
                        Numbers.between(partsHold ? 1 : 0, partsHold ? 1 : 0))));
            } else {
                Meaning wanted = partsHold ? meaning : meaning.not();
                List<Formula> facts = wanted.claims().stream().map(claim -> (Formula) new Fact(claim)).toList();
                parts.add(facts.size() == 1 ? facts.get(0) : new Join(facts, wanted.any()));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Join(parts, any);
    }

    private boolean possible(Map<Quantity, Numbers> known, Set<String> looked, Deque<Formula> open, Boolean learner,
            boolean byKinds) {
        List<Join> choices = new ArrayList<>();
        while (!open.isEmpty()) {
            if (++steps > MOST_STEPS) {
                throw new Undecided();
            }
            Formula formula = open.poll();
            if (formula instanceof Join join) {
                if (join.any()) {
                    choices.add(join);
                } else {
                    open.addAll(join.of());
                }
            } else if (formula instanceof Fact fact) {
                Claim claim = fact.claim();
                Numbers now = known.getOrDefault(claim.of(), claim.of().all()).and(claim.in());
                if (now.isEmpty()) {
                    return false;
                }
                known.put(claim.of(), now);
                if (byKinds && claim.of().measure().equals(Quantity.KIND) && now.least() == 1
                        && looked.add(claim.of().of())) {
                    open.add(definition(claim.of().of(), learner));
                }
            }
        }
        if (byKinds && !countsFit(known)) {
            return false;
        }
        if (choices.isEmpty()) {
            return true;
        }
        // the narrowest choice first: it fails soonest
        Join first = choices.get(0);
        for (Join choice : choices) {
            first = choice.of().size() < first.of().size() ? choice : first;
        }
        choices.remove(first);
        for (Formula way : first.of()) {
            Deque<Formula> further = new ArrayDeque<>(choices);
            further.addFirst(way);
            if (possible(new HashMap<>(known), new HashSet<>(looked), further, learner, byKinds)) {
                return true;
            }
        }
        return false;
    }

    /** One of the act rules that make the kind holds; a kind of which there are none is not this class's business. */
    private Formula definition(String kind, Boolean learner) {
        List<Formula> ways = new ArrayList<>();
        for (Rule rule : rulesByKind.getOrDefault(kind, List.of())) {
            ways.add(new Join(rule.conditions().stream().map(c -> formula(c, true, learner)).toList(), false));
        }
        return ways.isEmpty() ? ALWAYS : ways.size() == 1 ? ways.get(0) : new Join(ways, true);
    }

    /** Counts in a longer stretch are no smaller, runs are counts, and the current turn counts where its side speaks. */
    private static boolean countsFit(Map<Quantity, Numbers> known) {
        List<Quantity> counts = known.keySet().stream()
                .filter(q -> q.measure().equals(Quantity.COUNT) || q.measure().equals(Quantity.RUN)).toList();
        for (Quantity one : counts) {
            long least = known.get(one).least();
            if (!isSpoken(one, known, least)) {
                return false;
            }
            for (Quantity other : counts) {
                if (other == one || !other.of().equals(one.of()) || other.side() != one.side()
                        || !other.measure().equals(Quantity.COUNT)) {
                    continue;
                }
                long most = known.get(other).most();
                if (one.measure().equals(Quantity.RUN)) {
                    if (most < Math.min(least, other.within())) {
                        return false;
                    }
                } else if (one.within() <= other.within()
                        ? most < least
                        : most < least - (one.within() - other.within())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the current turn's kind, where it is known, fits a count or run of its speaker. */
    private static boolean isSpoken(Quantity count, Map<Quantity, Numbers> known, long least) {
        Numbers speaker = null;
        for (Map.Entry<Quantity, Numbers> each : known.entrySet()) {
            if (each.getKey().measure().equals(Quantity.SPEAKER)) {
                speaker = each.getValue();
            }
        }
        Numbers kind = known.get(Quantity.kind(count.of()));
        if (speaker == null || kind == null || speaker.least() != speaker.most()
                || speaker.least() != (count.side() == Role.LEARNER ? 1 : 0)) {
            return true;
        }
        if (kind.least() == 1) {
            return known.get(count).most() >= 1;
        }
        return kind.most() == 1 || !(count.measure().equals(Quantity.RUN) && least >= 1)
                && !(count.measure().equals(Quantity.COUNT) && least >= count.within());
    }
}
