package dev.rapport.feedback.learner;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What learners chose. */
@ApplicationScoped
@Transactional
public class Learners {

    @Inject
    Clock clock;

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
