package dev.rapport.rules.rulebook;

import java.util.List;

import dev.rapport.events.Role;

/**
 * A small conversation that shows what a rule sees, or only nearly sees.
 *
 * @param rule code of the rule it is about
 * @param kind of conversation; never null
 * @param stage null if not told
 * @param at numbers of exactly the turns where the rule fires; empty for a near miss
 */
public record Example(String rule, String name, String kind, String stage, List<Integer> at, List<Line> turns,
        Position position) {

    /**
     * One turn.
     *
     * @param startMillis null without times
     * @param endMillis null without times
     */
    public record Line(Role role, String text, Long startMillis, Long endMillis) {
    }

    public Example {
        at = List.copyOf(at);
        turns = List.copyOf(turns);
    }

    public boolean fires() {
        return !at.isEmpty();
    }
}
