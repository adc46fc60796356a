package dev.rapport.feedback.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;

/** Events to be told. */
@ApplicationScoped
public class Outbox {

    @Inject
    OutboxPublisher publisher;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /**
     * Tells {@code event} if, and after, the running transaction commits. An event told before is not told again.
     *
     * @param topic one of {@link dev.rapport.events.Topics}
     * @param at when it happened
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String topic, Event event, Instant at) {
        if (OutboxEntity.count("tenant = ?1 and eventId = ?2", event.tenant(), event.id()) > 0) {
            return;
        }
        OutboxEntity row = new OutboxEntity();
        row.tenant = event.tenant();
        row.eventId = event.id();
        row.topic = topic;
        row.eventType = EventType.of(event).type();
        row.event = new String(EventJson.write(event), StandardCharsets.UTF_8);
        row.happenedAt = at;
        row.persist();
        transaction.registerInterposedSynchronization(new AfterCommit(publisher::wake));
    }
}
