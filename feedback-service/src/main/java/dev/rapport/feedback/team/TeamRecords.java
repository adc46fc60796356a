package dev.rapport.feedback.team;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.ReactionGiven.Reaction;

/**
 * What the other rooms have written down, read over all learners of a tenant. In SQL, because the schema is what the rooms of
 * this service share; their entities stay theirs.
 */
@ApplicationScoped
@Transactional
class TeamRecords {

    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;

    /** Talks that were looked into. */
    List<LearnersTalk> talks(String tenant, Instant from, Instant until) {
        return rows("select learner, past from message where tenant = :tenant and past is not null"
                + " and composed_at >= :from and composed_at < :until", tenant, from, until).stream()
                .map(row -> new LearnersTalk(row.get(0, String.class), read(row.get(1, String.class)))).toList();
    }

    /** What learners said of points, the last word last. */
    List<Answer> answers(String tenant, Instant from, Instant until) {
        return rows("select r.learner, case r.point when 'STRENGTH' then m.strength"
                + " when 'GROWTH' then m.growth else m.second end, r.reaction"
                + " from reaction r join message m on m.id = r.message where r.tenant = :tenant"
                + " and r.given_at >= :from and r.given_at < :until order by r.given_at, r.id", tenant, from, until)
                .stream().map(row -> new Answer(row.get(0, String.class), row.get(1, String.class),
                        Reaction.valueOf(row.get(2, String.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String query, String tenant, Instant from, Instant until) {
        return database.createNativeQuery(query, Tuple.class).setParameter("tenant", tenant).setParameter("from", from)
                .setParameter("until", until).getResultList();
    }

    private EarlierTalk read(String past) {
        try {
            return json.readValue(past, EarlierTalk.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what a talk left cannot be read", impossible);
        }
    }
}
