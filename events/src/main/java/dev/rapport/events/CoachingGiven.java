package dev.rapport.events;

import java.time.Instant;

/**
 * A coaching message was composed for a learner. What it says stays in feedback-service: this event carries no words of
 * anybody.
 *
 * @param message its id
 * @param strength behaviour code of the strength; null if none was found
 * @param growth behaviour code of the growth point; null if there was none
 */
public record CoachingGiven(String tenant, String learner, String conversation, String message, String strength,
        String growth, Instant at) implements Event {

    @Override
    public String id() {
        return Keys.learner(tenant, learner) + "/coaching/" + message;
    }

    @Override
    public String key() {
        return Keys.learner(tenant, learner);
    }
}
