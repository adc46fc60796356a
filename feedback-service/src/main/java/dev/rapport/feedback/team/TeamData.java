package dev.rapport.feedback.team;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.feedback.learner.LearnersData;

/** What was told of a team in a month names nobody and stays as it was told. */
@ApplicationScoped
class TeamData implements LearnersData {

    /** @param team null from when they left */
    record Joined(String team, LocalDate from) {
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public List<Joined> of(String tenant, String learner) {
        return TeamMemberEntity
                .<TeamMemberEntity>list("tenant = ?1 and learner = ?2 order by fromMonth", tenant, learner).stream()
                .map(row -> new Joined(row.team, row.fromMonth)).toList();
    }

    @Override
    public void erase(String tenant, String learner) {
        TeamMemberEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
