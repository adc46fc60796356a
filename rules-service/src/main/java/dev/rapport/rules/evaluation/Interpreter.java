package dev.rapport.rules.evaluation;

import java.util.function.Function;

import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.vocabulary.Truth;

/** What a rule means, in the plainest way: the rule base must never say anything else. */
final class Interpreter {

    private Interpreter() {
    }

    static Truth truth(Rule rule, Function<Condition.Is, Truth> sentence) {
        Truth all = Truth.YES;
        for (Condition condition : rule.conditions()) {
            all = all.and(truth(condition, sentence));
            if (all == Truth.NO) {
                return all;
            }
        }
        return all;
    }

    static Truth truth(Condition condition, Function<Condition.Is, Truth> sentence) {
        if (condition instanceof Condition.Is is) {
            return sentence.apply(is);
        }
        if (condition instanceof Condition.Not not) {
            return sentence.apply(not.of()).not();
        }
        Truth any = Truth.NO;
        for (Condition.Is part : condition.parts()) {
            any = any.or(sentence.apply(part));
        }
        return condition instanceof Condition.NoneOf ? any.not() : any;
    }
}
