package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.rulebook.Example;

/**
 * An example that can be taken up as the talk.
 *
 * @param key its place among the examples of the rule
 * @param fault why it does not show what it says; null if it does, or if that cannot be told now
 * @param known whether it could be played
 */
record Choice(int key, String name, boolean fires, String fault, boolean known) {

    static List<Choice> of(List<Example> examples, List<Proof.Shown> shown) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            int key = i;
            choices.add(shown.stream().filter(each -> each.key() == key).findFirst()
                    .map(each -> new Choice(key, each.name(), each.fires(), each.fault(), true))
                    .orElse(new Choice(key, examples.get(i).name(), examples.get(i).fires(), null, false)));
        }
        return choices;
    }
}
