package dev.rapport.feedback.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import dev.rapport.feedback.learner.LearnersData;

/** What was told of a learner. Others have it by then, and are told to forget it by the event that an erasure ends with. */
@ApplicationScoped
class OutboxData implements LearnersData {

    @Inject
    EntityManager database;

    @Override
    public String name() {
        return "told";
    }

    @Override
    public Object of(String tenant, String learner) {
        return List.of();
    }

    @Override
    public void erase(String tenant, String learner) {
        database.createNativeQuery("delete from outbox where tenant = :tenant and position(:learner in event) > 0")
                .setParameter("tenant", tenant).setParameter("learner", "\"learner\":\"" + learner + "\"")
                .executeUpdate();
    }
}
