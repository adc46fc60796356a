package dev.rapport.events;

import java.time.Instant;

/** A learner asked to be forgotten: whoever keeps anything about them deletes it. */
public record LearnerErased(String tenant, String learner, Instant at) implements Event {

    @Override
    public String id() {
        return Keys.learner(tenant, learner) + "/erased/" + at;
    }

    @Override
    public String key() {
        return Keys.learner(tenant, learner);
    }
}
