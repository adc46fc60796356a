package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rapport.coaching.wording.Wordings;

/** A whole set of rules that fit together, with the phrase lists they use and the examples that show them. */
public final class Rulebook {

    private final List<Rule> rules;
    private final SortedMap<String, List<String>> phrases;
    private final List<Example> examples;
    private final Wordings messages;
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, Rule> byCode = new HashMap<>();
    private final List<List<Rule>> actStages;
    private final String version;
    private final Places places;

    /**
     * @param rules with distinct codes
     * @param phrases by the name of their list; every list that a rule names
     * @param messages what learners read; null if nothing is said to anybody
     * @throws IllegalArgumentException if kinds of turn are defined by each other
     */
    public Rulebook(List<Rule> rules, Map<String, List<String>> phrases, List<Example> examples, Wordings messages) {
        this(rules, phrases, examples, messages, Places.NOWHERE);
    }

    Rulebook(List<Rule> rules, Map<String, List<String>> phrases, List<Example> examples, Wordings messages,
            Places places) {
        this.places = places;
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::code)).toList();
        this.phrases = new TreeMap<>(phrases);
        this.examples = List.copyOf(examples);
        this.messages = messages;
        for (Rule rule : this.rules) {
            versions.put(rule.code(), Versions.of(rule, phrases));
            if (byCode.put(rule.code(), rule) != null) {
                throw new IllegalArgumentException("two rules have the code " + rule.code());
            }
        }
        this.version = Versions.of(this.rules, this.phrases);
        this.actStages = stages(this.rules.stream().filter(Rule::isAct).toList());
    }

    /** Sorted by code. */
    public List<Rule> rules() {
        return rules;
    }

    /** Rules that say what a turn is, in the order in which they can be decided: a stage uses kinds of earlier ones. */
    public List<List<Rule>> actStages() {
        return actStages;
    }

    /** Rules that say what the learner does. */
    public List<Rule> behaviourRules() {
        return rules.stream().filter(rule -> !rule.isAct()).toList();
    }

    public Optional<Rule> rule(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Hash of what the rule says and of the phrases it looks for, 12 hex digits. */
    public String version(Rule rule) {
        return versions.get(rule.code());
    }

    /** Hash of all of it, 12 hex digits. */
    public String version() {
        return version;
    }

    public SortedMap<String, List<String>> phrases() {
        return phrases;
    }

    public List<Example> examples() {
        return examples;
    }

    /** Where its rules and phrases are written. */
    public Places places() {
        return places;
    }

    /** What learners read; empty if there are no messages. */
    public Optional<Wordings> messages() {
        return Optional.ofNullable(messages);
    }

    private static List<List<Rule>> stages(List<Rule> acts) {
        List<Rule> left = new ArrayList<>(acts);
        List<List<Rule>> stages = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> undecided = new HashSet<>();
            left.forEach(rule -> undecided.add(((Conclusion.TheTurnIs) rule.conclusion()).kind()));
            List<Rule> stage = left.stream()
                    .filter(rule -> rule.kindsOfThisTurn().stream().noneMatch(undecided::contains))
                    .toList();
            if (stage.isEmpty()) {
                throw new IllegalArgumentException("kinds of turn are defined by each other: " + undecided);
            }
            stages.add(stage);
            left.removeAll(stage);
        }
        return List.copyOf(stages);
    }
}
