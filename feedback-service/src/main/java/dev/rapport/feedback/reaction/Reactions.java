package dev.rapport.feedback.reaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.composition.Point;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.events.Topics;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.message.PointName;
import dev.rapport.feedback.outbox.Outbox;
import dev.rapport.feedback.problem.Problems;

/** Keeps the last reaction to each point and tells it. */
@ApplicationScoped
public class Reactions {

    @Inject
    Messages messages;
    @Inject
    Learners learners;
    @Inject
    Outbox outbox;
    @Inject
    Clock clock;

    /**
     * Takes a reaction; the same one again changes nothing, another one replaces it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for an unknown message, 409 for a point it does not have
     */
    @Transactional
    public Given give(String tenant, String message, PointName name, Reaction reaction) {
        CoachingMessage about = messages.find(tenant, message).orElseThrow(() -> Problems.unknownMessage(message));
        Point point = about.point(name);
        if (point == null) {
            throw Problems.noSuchPoint(message, name.word());
        }
        Optional<ReactionEntity> before = ReactionEntity.<ReactionEntity>find(
                "tenant = ?1 and message = ?2 and point = ?3", tenant, message, name).firstResultOptional();
        boolean stopsNothing = reaction != Reaction.STOP
                || learners.stopped(tenant, about.learner()).contains(point.rule());
        if (before.isPresent() && before.get().reaction == reaction && stopsNothing) {
            return new Given(message, name.word(), reaction, before.get().givenAt);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReactionEntity row = before.orElseGet(ReactionEntity::new);
        boolean stoppedBefore = row.reaction == Reaction.STOP;
        row.tenant = tenant;
        row.learner = about.learner();
        row.message = message;
        row.point = name;
        row.reaction = reaction;
        row.givenAt = now;
        row.persist();
        if (reaction == Reaction.STOP) {
            learners.stop(tenant, about.learner(), point.rule());
        } else if (stoppedBefore) {
            learners.resume(tenant, about.learner(), point.rule());
        }
        outbox.tell(Topics.REACTIONS, new ReactionGiven(tenant, about.learner(), message, point.rule(),
                point.ruleVersion(), point.observation(), reaction, now), now);
        return new Given(message, name.word(), reaction, now);
    }

    /** The learner wants to hear of a rule again; the points at which they stopped it have no reaction then. */
    @Transactional
    public void resume(String tenant, String learner, String rule) {
        learners.resume(tenant, learner, rule);
        ReactionEntity.<ReactionEntity>list("tenant = ?1 and learner = ?2 and reaction = ?3", tenant, learner,
                Reaction.STOP).stream().filter(
                        row -> messages.find(tenant, row.message).map(message -> message.point(row.point))
                                .filter(point -> point.rule().equals(rule)).isPresent())
                .forEach(ReactionEntity::delete);
    }

    /** The reactions to a message so far. */
    @Transactional
    public Map<PointName, Reaction> to(String tenant, String message) {
        Map<PointName, Reaction> given = new EnumMap<>(PointName.class);
        ReactionEntity.<ReactionEntity>find("tenant = ?1 and message = ?2", tenant, message).stream()
                .forEach(r -> given.put(r.point, r.reaction));
        return given;
    }

    /** A reaction that was taken. */
    public record Given(String message, String point, Reaction reaction, Instant at) {
    }
}
