package dev.rapport.rules.rulebook;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;

/** What a rule says when its conditions hold. */
public sealed interface Conclusion {

    Clarity clarity();

    /** A behaviour was seen: what behaviour rules say. */
    record Observe(String behaviour, Polarity polarity, Clarity clarity) implements Conclusion {
    }

    /** The current turn is of a kind: what act rules say. */
    record TheTurnIs(String kind, Clarity clarity) implements Conclusion {
    }
}
