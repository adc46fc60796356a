package dev.rapport.events;

import java.time.Instant;

/**
 * A learner said what they think of one point of a message.
 *
 * @param rule and {@code ruleVersion}: the rule behind the point
 * @param observation id of the {@link BehaviourObserved}
 */
public record ReactionGiven(String tenant, String learner, String message, String rule, String ruleVersion,
        String observation, Reaction reaction, Instant at) implements Event {

    public enum Reaction {
        HELPFUL,
        /** It happened, and on purpose: never counts against the rule. */
        DELIBERATE, NOT_RIGHT,
        /** This learner wants no more messages of this rule. */
        STOP
    }

    @Override
    public String id() {
        return Keys.learner(tenant, learner) + "/reaction/" + message + "/" + rule + "/" + reaction + "/" + at;
    }

    @Override
    public String key() {
        return Keys.rule(tenant, rule);
    }
}
