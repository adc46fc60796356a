package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Map;

import dev.rapport.events.Clarity;
import dev.rapport.rules.signals.TextSignals;

/**
 * What is kept of one turn, so that the conversation can be read again from the store after a restart.
 *
 * @param acts and {@code standing}, {@code undecided}: as of its last judging; empty before the first
 * @param standing what was observed at this turn and still holds, by rule
 * @param undecided code of each rule that could not tell at this turn, with the reason
 */
public record TurnRecord(Turn turn, TextSignals signals, Map<String, Clarity> acts, List<Standing> standing,
        Map<String, String> undecided) {

    public TurnRecord {
        acts = Map.copyOf(acts);
        standing = List.copyOf(standing);
        undecided = Map.copyOf(undecided);
    }

    static TurnRecord unjudged(Turn turn, TextSignals signals) {
        return new TurnRecord(turn, signals, Map.of(), List.of(), Map.of());
    }

    /** As the rules see it. */
    SeenTurn seen() {
        return new SeenTurn(turn, signals, acts);
    }
}
