package dev.rapport.feedback.learner;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.history.Choices;

/** What learners chose. */
@ApplicationScoped
@Transactional
public class Learners {

    @Inject
    Clock clock;

    /** Everything that bears on what a message says. */
    public Choices choices(String tenant, String learner) {
        Manner manner = manner(tenant, learner);
        return new Choices(stopped(tenant, learner), goal(tenant, learner).orElse(null), manner.profile(),
                manner.twoPoints());
    }

    /** How the learner wants to be coached. */
    public Manner manner(String tenant, String learner) {
        return row(tenant, learner).map(row -> new Manner(row.profile, row.twoPoints, row.reflectFirstSince != null))
                .orElse(Manner.USUAL);
    }

    public void choose(String tenant, String learner, Manner manner) {
        ChoiceEntity row = row(tenant, learner).orElseGet(ChoiceEntity::new);
        row.tenant = tenant;
        row.learner = learner;
        row.profile = manner.profile();
        row.twoPoints = manner.twoPoints();
        Instant now = clock.instant();
        if (!manner.reflectFirst()) {
            row.reflectFirstSince = null;
        } else if (row.reflectFirstSince == null) {
            row.reflectFirstSince = now;
        }
        row.chosenAt = now;
        row.persist();
    }

    /** Since when the learner wants to think about a talk before they read its message; empty if they do not. */
    public Optional<Instant> reflectFirstSince(String tenant, String learner) {
        return row(tenant, learner).map(row -> row.reflectFirstSince);
    }

    private static Optional<ChoiceEntity> row(String tenant, String learner) {
        return ChoiceEntity.<ChoiceEntity>find("tenant = ?1 and learner = ?2", tenant, learner).firstResultOptional();
    }

    /** Code of the behaviour the learner is working on. */
    public Optional<String> goal(String tenant, String learner) {
        return GoalEntity.<GoalEntity>find("tenant = ?1 and learner = ?2", tenant, learner).firstResultOptional()
                .map(g -> g.behaviour);
    }

    public void choose(String tenant, String learner, String behaviour) {
        GoalEntity goal = GoalEntity.<GoalEntity>find("tenant = ?1 and learner = ?2", tenant, learner)
                .firstResultOptional().orElseGet(GoalEntity::new);
        goal.tenant = tenant;
        goal.learner = learner;
        goal.behaviour = behaviour;
        goal.chosenAt = clock.instant();
        goal.persist();
    }

    public void dropGoal(String tenant, String learner) {
        GoalEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }

    /** Codes of the rules the learner wants to hear no more of. */
    public Set<String> stopped(String tenant, String learner) {
        return StoppedRuleEntity.<StoppedRuleEntity>find("tenant = ?1 and learner = ?2", tenant, learner).stream()
                .map(s -> s.rule).collect(Collectors.toSet());
    }

    public void stop(String tenant, String learner, String rule) {
        if (stopped(tenant, learner).contains(rule)) {
            return;
        }
        StoppedRuleEntity stopped = new StoppedRuleEntity();
        stopped.tenant = tenant;
        stopped.learner = learner;
        stopped.rule = rule;
        stopped.stoppedAt = clock.instant();
        stopped.persist();
    }

    /** The learner changed their mind. */
    public void resume(String tenant, String learner, String rule) {
        StoppedRuleEntity.delete("tenant = ?1 and learner = ?2 and rule = ?3", tenant, learner, rule);
    }
}
