package dev.rapport.feedback.reaction;

import java.time.Instant;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class ReactionsData implements LearnersData {

    record Said(String message, String point, Reaction reaction, Instant at) {
    }

    @Override
    public String name() {
        return "reactions";
    }

    @Override
    public Object of(String tenant, String learner) {
        return ReactionEntity.<ReactionEntity>find("tenant = ?1 and learner = ?2 order by givenAt, id", tenant, learner)
                .stream().map(row -> new Said(row.message, row.point.name().toLowerCase(Locale.ROOT), row.reaction,
                        row.givenAt))
                .toList();
    }

    @Override
    public void erase(String tenant, String learner) {
        ReactionEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
