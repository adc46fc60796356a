package dev.rapport.feedback.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Tells open streams of new messages. Every replica looks into the database once a second for all learners whose streams it
 * holds, so it does not matter which replica composed a message, and no stream costs a query.
 */
@ApplicationScoped
class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);
    private static final int MOST = 1_000;
    private static final int MOST_MISSED = 100;
    /** A message is seen when it is committed, which may be a while after it was composed, by another clock. */
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(15);

    @Inject
    EntityManager database;
    @Inject
    Clock clock;

    private final Set<LearnerStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "streams");
        thread.setDaemon(true);
        return thread;
    });
    private Instant lookedAt;
    private Instant heartbeatAt;

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
        open.forEach(LearnerStream::close);
    }

    /** @return whether there was room for one more */
    boolean add(LearnerStream stream) {
        open.removeIf(LearnerStream::isClosed);
        return open.size() < MOST && open.add(stream);
    }

    /** What was composed for a learner after a message of theirs; nothing where that is unknown. */
    List<NewMessage> missed(String tenant, String learner, String last) {
        return QuarkusTransaction.requiringNew().call(() -> news(database.createNativeQuery("""
                select m.id, m.tenant, m.learner, m.composed_at from message m join message last
                  on last.tenant = m.tenant and last.learner = m.learner and last.id = :last
                where m.tenant = :tenant and m.learner = :learner
                  and (m.composed_at, m.id) > (last.composed_at, last.id)
                order by m.composed_at, m.id limit :most""", Tuple.class)
                .setParameter("tenant", tenant).setParameter("learner", learner).setParameter("last", last)
                .setParameter("most", MOST_MISSED).getResultList()));
    }

    private void look() {
        try {
            Instant now = clock.instant();
            open.removeIf(LearnerStream::isClosed);
            if (!open.isEmpty()) {
                Instant since = (lookedAt == null ? now : lookedAt).minus(LATE);
                List<NewMessage> some = since(since);
                open.forEach(stream -> some.forEach(stream::offer));
            }
            lookedAt = now;
            if (heartbeatAt == null || !now.isBefore(heartbeatAt.plus(BETWEEN_HEARTBEATS))) {
                open.forEach(LearnerStream::beat);
                heartbeatAt = now;
            }
        } catch (RuntimeException away) {
            // the next look begins where the last good one ended
            LOG.debugf("streams wait: %s", away.getClass().getSimpleName());
        }
    }

    /** Also those of a learner of the same name elsewhere, which no stream of theirs takes. */
    private List<NewMessage> since(Instant since) {
        return QuarkusTransaction.requiringNew().call(() -> news(database.createNativeQuery("""
                select m.id, m.tenant, m.learner, m.composed_at from message m
                where m.tenant in (:tenants) and m.learner in (:learners) and m.composed_at > :since
                order by m.composed_at, m.id""", Tuple.class)
                .setParameter("tenants", open.stream().map(LearnerStream::tenant).distinct().toList())
                .setParameter("learners", open.stream().map(LearnerStream::learner).distinct().toList())
                .setParameter("since", since).getResultList()));
    }

    private static List<NewMessage> news(List<?> rows) {
        List<NewMessage> all = new ArrayList<>();
        for (Object each : rows) {
            Tuple row = (Tuple) each;
            all.add(new NewMessage(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class),
                    row.get(3, Instant.class)));
        }
        return all;
    }
}
