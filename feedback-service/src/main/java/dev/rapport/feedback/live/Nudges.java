package dev.rapport.feedback.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.live.Circumstances;
import dev.rapport.coaching.live.Circumstances.Given;
import dev.rapport.coaching.live.LivePolicy;
import dev.rapport.feedback.experiment.Experiments;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.message.Messages;

/** What all replicas know together of nudges: who had the last one when, and what a learner shall not be told. */
@ApplicationScoped
@Transactional
class Nudges {

    @Inject
    EntityManager database;
    @Inject
    Learners learners;
    @Inject
    Experiments experiments;
    @Inject
    Messages messages;

    /** What keeps a learner from hearing of {@code rule} at {@code now}. */
    Circumstances circumstances(String tenant, String learner, String rule, Instant now) {
        return new Circumstances(learners.choices(tenant, learner), messages.resting(tenant),
                experiments.heldOut(tenant, learner, Set.of(rule), now),
                last(tenant, learner).map(nudge -> new Given(nudge.conversation(), nudge.at())).orElse(null));
    }

    /** The learner's last nudge. */
    Optional<Nudge> last(String tenant, String learner) {
        return LastNudgeEntity.<LastNudgeEntity>find("tenant = ?1 and learner = ?2", tenant, learner)
                .firstResultOptional().map(Nudges::of);
    }

    /**
     * Makes it the learner's last nudge, unless there was one a short while ago. One statement, so that of two replicas that
     * ask at once only one is first.
     *
     * @return whether it is
     */
    boolean claim(String tenant, String learner, Nudge nudge) {
        return database.createNativeQuery("insert into last_nudge"
                + " (tenant, learner, nudge, conversation, rule, behaviour, sentence, given_at)"
                + " values (:tenant, :learner, :nudge, :conversation, :rule, :behaviour, :sentence, :at)"
                + " on conflict (tenant, learner) do update set nudge = excluded.nudge,"
                + " conversation = excluded.conversation, rule = excluded.rule, behaviour = excluded.behaviour,"
                + " sentence = excluded.sentence, given_at = excluded.given_at"
                + " where last_nudge.given_at <= :latest").setParameter("tenant", tenant)
                .setParameter("learner", learner).setParameter("nudge", nudge.id())
                .setParameter("conversation", nudge.conversation()).setParameter("rule", nudge.rule())
                .setParameter("behaviour", nudge.behaviour()).setParameter("sentence", nudge.sentence())
                .setParameter("at", nudge.at()).setParameter("latest", nudge.at().minus(LivePolicy.APART))
                .executeUpdate() == 1;
    }

    /** At most one. */
    List<Nudge> everythingOf(String tenant, String learner) {
        return last(tenant, learner).stream().toList();
    }

    void erase(String tenant, String learner) {
        LastNudgeEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }

    private static Nudge of(LastNudgeEntity row) {
        return new Nudge(row.nudge, row.conversation, row.rule, row.behaviour, row.sentence, row.givenAt);
    }
}
