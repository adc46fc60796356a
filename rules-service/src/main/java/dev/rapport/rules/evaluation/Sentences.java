package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rulebook;

/** Every distinct sentence of a rulebook, numbered, so that it is decided once at a moment however many rules say it. */
final class Sentences {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Condition.Is> sentences = new ArrayList<>();

    Sentences(Rulebook rulebook) {
        rulebook.rules().forEach(rule -> rule.conditions().forEach(condition -> condition.parts().forEach(is -> {
            if (numbers.putIfAbsent(is.key(), sentences.size()) == null) {
                sentences.add(is);
            }
        })));
    }

    int number(Condition.Is is) {
        return numbers.get(is.key());
    }

    Condition.Is sentence(int number) {
        return sentences.get(number);
    }

    int size() {
        return sentences.size();
    }
}
