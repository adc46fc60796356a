package dev.rapport.rules.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.events.Severity;

/**
 * A rule, free of how it was written.
 *
 * @param code short, unique, never used again for another meaning, e.g. {@code B20}
 * @param owner who answers for it
 * @param source what it rests on; null if not said
 * @param reviewBy when it must have been looked at again; null if not said
 * @param severity how much what it observes matters; moderate where nothing is said
 * @param conditions all of which must hold; at least one
 */
public record Rule(String name, String code, String owner, String source, LocalDate reviewBy,
        Severity severity, List<Condition> conditions, Conclusion conclusion) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** Whether it says what a turn is, not what the learner does. */
    public boolean isAct() {
        return conclusion instanceof Conclusion.TheTurnIs;
    }

    /** Names of the phrase lists that its conditions look into. */
    public Set<String> phraseLists() {
        Set<String> lists = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            for (Condition.Is is : condition.parts()) {
                lists.addAll(is.predicate().phraseLists(is.arguments()));
            }
        }
        return lists;
    }

    /** Kinds that the current turn must have been checked for before this rule can be decided. */
    public Set<String> kindsOfThisTurn() {
        Set<String> kinds = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            for (Condition.Is is : condition.parts()) {
                kinds.addAll(is.predicate().kindsOfThisTurn(is.arguments()));
            }
        }
        return kinds;
    }

    /** Behaviours, in plain form, that it gives way to or waits for. */
    public Set<String> behaviours() {
        Set<String> behaviours = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            for (Condition.Is is : condition.parts()) {
                behaviours.addAll(is.predicate().behaviours(is.arguments()));
            }
        }
        return behaviours;
    }
}
