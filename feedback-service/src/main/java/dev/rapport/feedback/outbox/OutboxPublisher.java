package dev.rapport.feedback.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/**
 * Publishes what the outbox holds, in its order, one replica at a time. A record is marked only after the broker has it, so
 * a crash in between publishes it twice with the same id and readers drop the second.
 */
@ApplicationScoped
class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final int BATCH = 100;
    /** Names the lock in the database; any number nobody else uses. */
    private static final long LOCK = 0x5241_5050_4f52_5431L;
    private static final long SECONDS_BETWEEN_LOOKS = 1;
    /** For whoever asks what was told; an event repeats words of its talk, so no longer than the broker keeps it. */
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String ERASED = EventType.LEARNER_ERASED.type();

    @Inject
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    @Channel("told")
    MutinyEmitter<byte[]> told;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });
    private boolean complained;

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::publish, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(15, TimeUnit.SECONDS);
    }

    /** Looks now instead of at the next second. */
    void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::publish);
        }
    }

    private void publish() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::publishSome) == BATCH) {
                // the next batch has its own transaction
            }
            complained = false;
        } catch (RuntimeException away) {
            // told once per outage; the rows wait, and the next look tries again
            if (!complained) {
                LOG.warnf("Events wait in the outbox: %s", away.getClass().getSimpleName());
                complained = true;
            }
        }
    }

    private int publishSome() {
        boolean mine = (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK).getSingleResult();
        if (!mine) {
            return 0;
        }
        List<OutboxEntity> waiting = OutboxEntity.find("publishedAt is null order by id").page(0, BATCH).list();
        for (OutboxEntity row : waiting) {
            try {
                send(row);
            } catch (RuntimeException away) {
                // what the broker has is marked, what it has not comes again, in the same order
                LOG.debugf(away, "outbox stops before row %d", row.id);
                database.flush();
                if (!complained) {
                    LOG.warnf("Events wait in the outbox: %s", away.getClass().getSimpleName());
                    complained = true;
                }
                return 0;
            }
            if (row.eventType.equals(ERASED)) {
                // the last trace of somebody who wanted none
                row.delete();
            } else {
                row.publishedAt = clock.instant();
            }
        }
        if (!waiting.isEmpty()) {
            OutboxEntity.delete("publishedAt < ?1", clock.instant().minus(KEPT));
        }
        return waiting.size();
    }

    private void send(OutboxEntity row) {
        byte[] value = row.event.getBytes(StandardCharsets.UTF_8);
        Event event = read(row, value);
        RecordHeaders headers = new RecordHeaders();
        CloudEvents.headers(event, "feedback-service", row.happenedAt).forEach(headers::add);
        told.sendMessageAndAwait(Message.of(value).addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic).withKey(event.key()).withHeaders(headers).build()));
    }

    private static Event read(OutboxEntity row, byte[] value) {
        Class<? extends Event> record = EventType.of(row.eventType).orElseThrow().record();
        try {
            return EventJson.read(value, record);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("row " + row.id + " of the outbox", impossible);
        }
    }
}
