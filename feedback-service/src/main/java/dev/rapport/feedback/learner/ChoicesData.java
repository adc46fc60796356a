package dev.rapport.feedback.learner;

import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class ChoicesData implements LearnersData {

    @Inject
    Learners learners;

    @Override
    public String name() {
        return "choices";
    }

    @Override
    public Object of(String tenant, String learner) {
        return Map.of("goal", learners.goal(tenant, learner).orElse(""), "stopped",
                new TreeSet<>(learners.stopped(tenant, learner)), "manner", learners.manner(tenant, learner));
    }

    @Override
    public void erase(String tenant, String learner) {
        GoalEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
        ChoiceEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
        StoppedRuleEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
