package dev.rapport.rules.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the rules and phrases of a rulebook are written; knows nothing of a rulebook that was made without texts. */
public final class Places {

    public static final Places NOWHERE = new Places(Map.of(), Map.of());

    /**
     * Where a rule is written.
     *
     * @param at its first word
     * @param reviewBy where nothing is said, as {@code at}; so is {@code severity}
     * @param conditions by their number from 0: their first word, of a group the word before it
     * @param parts of each condition, by their number from 0
     * @param conclusion the word after "then"; of a kind of turn its name
     */
    public record OfRule(Position at, Position code, Position reviewBy, Position severity, List<Position> conditions,
            List<List<Position>> parts, Position conclusion) {

        public OfRule {
            conditions = List.copyOf(conditions);
            parts = parts.stream().map(List::copyOf).toList();
        }
    }

    private static final Position UNKNOWN = new Position("", 1, 1);

    private final Map<String, OfRule> rules;
    private final Map<String, Map<String, Position>> phrases;

    /**
     * @param rules by code
     * @param phrases by the name of their list and the phrase
     */
    Places(Map<String, OfRule> rules, Map<String, Map<String, Position>> phrases) {
        this.rules = Map.copyOf(rules);
        this.phrases = new HashMap<>(phrases);
    }

    public Optional<OfRule> rule(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /** Line and column 1 of no file where it is not known; so are the others. */
    public Position at(Rule rule) {
        return rule(rule.code()).map(OfRule::at).orElse(UNKNOWN);
    }

    public Position code(Rule rule) {
        return rule(rule.code()).map(OfRule::code).orElse(UNKNOWN);
    }

    /** @param condition its number from 0 */
    public Position condition(Rule rule, int condition) {
        return rule(rule.code()).map(place -> place.conditions().get(condition)).orElse(UNKNOWN);
    }

    /** @param part its number in the condition from 0 */
    public Position part(Rule rule, int condition, int part) {
        return rule(rule.code()).map(place -> place.parts().get(condition).get(part)).orElse(UNKNOWN);
    }

    public Position phrase(String list, String phrase) {
        return phrases.getOrDefault(list, Map.of()).getOrDefault(phrase, UNKNOWN);
    }

    /** Its first phrase. */
    public Position list(String list) {
        return phrases.getOrDefault(list, Map.of()).values().stream()
                .min(java.util.Comparator.comparingInt(Position::line)).orElse(UNKNOWN);
    }
}
