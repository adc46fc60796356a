package dev.rapport.rules.evaluation;

import java.util.List;
import java.util.Optional;

import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.vocabulary.Truth;

/**
 * What every rule says of a moment and why, for somebody who writes rules.
 *
 * @param judgement what the service would say
 * @param rules act and behaviour rules, sorted by code
 */
public record TryOut(Judgement judgement, List<Tried> rules) {

    public TryOut {
        rules = List.copyOf(rules);
    }

    public Optional<Tried> of(String code) {
        return rules.stream().filter(tried -> tried.rule().code().equals(code)).findFirst();
    }

    /**
     * A rule at the moment.
     *
     * @param conditions in the order of the rule
     * @param changes what would change the verdict, in words. After a yes each of them alone would; otherwise all of them
     *        together are needed
     */
    public record Tried(Rule rule, Truth verdict, List<Asked> conditions, List<String> changes) {

        public Tried {
            conditions = List.copyOf(conditions);
            changes = List.copyOf(changes);
        }
    }

    /**
     * One of its conditions.
     *
     * @param truth of the whole condition: of "unless" and "none of" it is yes where none of the parts holds
     */
    public record Asked(Condition condition, Truth truth, List<Part> parts) {

        public Asked {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A sentence of a condition.
     *
     * @param sentence as written
     * @param truth of the sentence itself
     * @param fact what is so, e.g. {@code the turn has 3 words}
     * @param asked what the rule asks for, e.g. {@code at least 9}; null where the fact says it already
     */
    public record Part(String sentence, Truth truth, String fact, String asked, List<Words> words) {

        public Part {
            words = List.copyOf(words);
        }
    }

    /**
     * Words that it looked at.
     *
     * @param turn number of the turn
     * @param from index of the first character
     * @param to index after the last
     */
    public record Words(int turn, int from, int to) {
    }
}
