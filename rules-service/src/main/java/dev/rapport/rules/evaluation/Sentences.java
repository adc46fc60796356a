package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.vocabulary.English;

/** Every distinct sentence of a rulebook, numbered, so that it is decided once at a moment however many rules say it. */
final class Sentences {

    /** By the very condition of the rulebook: making its key anew at every turn would cost more than deciding it. */
    private final Map<Condition.Is, Integer> numbers = new IdentityHashMap<>();
    private final List<Condition.Is> sentences = new ArrayList<>();
    private final Map<String, List<Rule>> observing = new HashMap<>();

    Sentences(List<Rule> rules) {
        Map<String, Integer> byKey = new HashMap<>();
        for (Rule rule : rules) {
            if (rule.conclusion() instanceof Conclusion.Observe observe) {
                observing.computeIfAbsent(English.plain(observe.behaviour()), b -> new ArrayList<>()).add(rule);
            }
        }
        rules.forEach(rule -> rule.conditions().forEach(condition -> condition.parts().forEach(is -> {
            Integer known = byKey.putIfAbsent(is.key(), sentences.size());
            numbers.put(is, known == null ? sentences.size() : known);
            if (known == null) {
                sentences.add(is);
            }
        })));
    }

    /** @param is a condition of the rulebook itself, not one that is equal */
    int number(Condition.Is is) {
        return numbers.get(is);
    }

    Condition.Is sentence(int number) {
        return sentences.get(number);
    }

    /** Rules that observe the behaviour, given in plain form. */
    List<Rule> observing(String behaviour) {
        return observing.getOrDefault(behaviour, List.of());
    }

    int size() {
        return sentences.size();
    }
}
