package dev.rapport.feedback.reflection;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class ReflectionData implements LearnersData {

    record Said(String message, Reflection reflection, Instant at) {
    }

    @Override
    public String name() {
        return "reflections";
    }

    @Override
    public Object of(String tenant, String learner) {
        return ReflectionEntity.<ReflectionEntity>find("tenant = ?1 and learner = ?2 order by at, id", tenant, learner)
                .stream().map(row -> new Said(row.message, row.reflection(), row.at)).toList();
    }

    @Override
    public void erase(String tenant, String learner) {
        ReflectionEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
