package dev.rapport.rules.conversation;

import java.util.Map;

import dev.rapport.events.Clarity;
import dev.rapport.rules.signals.TextSignals;

/**
 * A turn with what was seen in it.
 *
 * @param signals of its text
 * @param acts what kinds of turn it is, by the name the act rule gives, e.g. {@code open question}
 */
public record SeenTurn(Turn turn, TextSignals signals, Map<String, Clarity> acts) {

    /**
     * The kind of turn whose words go no further than this conversation: health, family, money, distress. What is observed
     * around it tells where, not what.
     */
    public static final String DEEP_DISCLOSURE = "deep disclosure";

    public SeenTurn {
        acts = Map.copyOf(acts);
    }

    /** Whether an act rule said that it is one. */
    public boolean is(String act) {
        return acts.containsKey(act);
    }
}
