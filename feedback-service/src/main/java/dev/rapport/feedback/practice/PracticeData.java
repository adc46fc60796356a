package dev.rapport.feedback.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class PracticeData implements LearnersData {

    @Inject
    Practice practice;

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public Object of(String tenant, String learner) {
        return practice.everythingOf(tenant, learner);
    }

    @Override
    public void erase(String tenant, String learner) {
        PracticeTryEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
        PracticeLineEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
