package dev.rapport.rules.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;
import dev.rapport.rules.vocabulary.AnyCondition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any rule that can be written. */
public final class AnyRule {

    private AnyRule() {
    }

    public static Arbitrary<Condition> condition(List<String> kinds, boolean costly) {
        Arbitrary<Condition.Is> is = AnyCondition.of(kinds, costly, Condition.Is::new);
        Arbitrary<List<Condition.Is>> several = is.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, is.map(each -> (Condition) each)),
                net.jqwik.api.Tuple.of(1, is.map(Condition.Not::new)),
                net.jqwik.api.Tuple.of(1, several.map(Condition.AnyOf::new)),
                net.jqwik.api.Tuple.of(1, several.map(Condition.NoneOf::new)));
    }

    public static Arbitrary<Rule> rule(List<String> kinds) {
        Arbitrary<Conclusion> conclusion = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("a streak", "then and unless"), Arbitraries.of(Polarity.values()),
                        Arbitraries.of(Clarity.values())).as(Conclusion.Observe::new),
                Combinators.combine(Arbitraries.of(kinds), Arbitraries.of(Clarity.values()))
                        .as(Conclusion.TheTurnIs::new));
        return Combinators
                .combine(Arbitraries.of("Any name", "when it rains # and pours"),
                        Arbitraries.of("B1", "CLOSED-STREAK_2"),
                        Arbitraries.of("L&D", "rule"),
                        Arbitraries.of("to calibrate", "Huang et al. 2017").injectNull(0.3),
                        Arbitraries.of(LocalDate.of(2027, 5, 1), LocalDate.of(2030, 12, 31)).injectNull(0.3),
                        Arbitraries.of(Severity.values()),
                        condition(kinds, true).list().ofMinSize(1).ofMaxSize(5), conclusion)
                .as(Rule::new);
    }

    /**
     * Rules that fit together: act rules that define one kind after the other, each from those before it, and behaviour
     * rules that use all of them.
     */
    public static Arbitrary<List<Rule>> rules(List<String> kinds, int behaviours) {
        Arbitrary<List<Rule>> rules = Arbitraries.just(List.of());
        for (int i = 0; i < kinds.size() * 2; i++) {
            String kind = kinds.get(i / 2);
            List<String> before = kinds.subList(0, i / 2);
            String code = "A" + (10 + i);
            // the first kinds rest on words alone
            Arbitrary<List<Condition>> conditions = (before.isEmpty()
                    ? wording()
                    : condition(before, false).filter(AnyRule::waitsForNothing)).list()
                    .ofMinSize(1).ofMaxSize(2);
            rules = added(rules, conditions, code,
                    Arbitraries.of(Clarity.values()).map(c -> new Conclusion.TheTurnIs(kind, c)));
        }
        for (int i = 0; i < behaviours; i++) {
            // the first one waits for no other, the others may wait for it
            boolean first = i == 0;
            rules = added(rules, condition(kinds, false).filter(c -> !first || waitsForNothing(c)).list().ofMinSize(1)
                    .ofMaxSize(3), "B" + (10 + i),
                    Arbitraries.just(new Conclusion.Observe(first ? AnyCondition.FIRST_BEHAVIOUR : "behaviour",
                            Polarity.KNOW, Clarity.CLEAR)));
        }
        return rules;
    }

    private static boolean waitsForNothing(Condition condition) {
        return condition.parts().stream().allMatch(is -> is.predicate().behaviours(is.arguments()).isEmpty());
    }

    private static Arbitrary<Condition> wording() {
        return AnyCondition.of(List.of("none"), false, Condition.Is::new)
                .filter(is -> is.predicate().kinds(is.arguments()).isEmpty() && waitsForNothing(is))
                .map(is -> (Condition) is);
    }

    private static Arbitrary<List<Rule>> added(Arbitrary<List<Rule>> rules, Arbitrary<List<Condition>> conditions,
            String code, Arbitrary<? extends Conclusion> conclusion) {
        return Combinators.combine(rules, conditions, conclusion).as((before, of, says) -> {
            List<Rule> more = new ArrayList<>(before);
            more.add(new Rule("Rule " + code, code, "Tests", null, null, Severity.MODERATE, of, says));
            return more;
        });
    }
}
