package dev.rapport.events;

import java.time.Instant;
import java.util.List;

/**
 * A learner practised: they said the line of one point of a message again, and want to hear whether the rule still sees what
 * it saw.
 *
 * @param practice id of this attempt
 * @param rule code of the rule behind the point
 * @param turn the learner's turn that {@code line} stands in for
 * @param around what the observation rested on, for a talk that is kept nowhere
 * @param line what they would say now
 */
public record LineTried(String tenant, String learner, String practice, String message, String rule,
        String conversation, int turn, List<Evidence> around, String line, Instant at) implements Event {

    public LineTried {
        around = List.copyOf(around);
    }

    @Override
    public String id() {
        return Keys.learner(tenant, learner) + "/practice/" + practice;
    }

    @Override
    public String key() {
        return Keys.learner(tenant, learner);
    }
}
