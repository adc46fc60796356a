package dev.rapport.feedback.transcript;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.feedback.health.DatabaseOutage;
import dev.rapport.feedback.transcript.Transcripts.Accepted;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Reads {@code rapport.turns}, a handful of records in one transaction. What cannot be read is passed over: rules-service
 * reads the same topic and keeps it in the dead-letter topic, once.
 */
@ApplicationScoped
class TurnConsumer {

    private static final Logger LOG = Logger.getLogger(TurnConsumer.class);
    private static final int TRIES = 3;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    @Inject
    Transcripts transcripts;
    @Inject
    TranscriptsConfig config;
    @Inject
    DatabaseOutage outage;
    @Inject
    MeterRegistry metrics;

    @Incoming("turns")
    @Blocking
    void accept(ConsumerRecords<byte[], byte[]> records) {
        if (config.kept().isZero()) {
            return;
        }
        List<Accepted> accepted = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record).map(event -> new Accepted(event, Instant.ofEpochMilli(record.timestamp())))
                    .ifPresent(accepted::add);
        }
        // one that the database refuses takes no other with it
        if (!taken(accepted)) {
            accepted.stream().filter(each -> !taken(List.of(each))).forEach(each -> {
                metrics.counter("rapport.transcripts.refused", "tenant", each.event().tenant()).increment();
                LOG.warnf("%s is missing in its transcript", each.event().id());
            });
        }
    }

    /** Waits as long as the database is away; {@code false} for what fails although it answers, again and again. */
    private boolean taken(List<Accepted> accepted) {
        long pause = FIRST_PAUSE_MILLIS;
        int tries = 0;
        while (true) {
            try {
                transcripts.take(accepted);
                return true;
            } catch (RuntimeException failed) {
                boolean away = outage.lasts();
                tries += away ? 0 : 1;
                LOG.warnf("%d records of talks are not taken: %s%s", accepted.size(),
                        failed.getClass().getSimpleName(),
                        away ? "; the database is away, they wait" : "");
                if (tries == TRIES) {
                    return false;
                }
            }
            outage.pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private static Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8)).flatMap(EventType::of)
                .filter(is -> is == EventType.CONVERSATION_OPENED || is == EventType.TURN_SPOKEN);
        if (type.isEmpty() || record.value() == null) {
            return Optional.empty();
        }
        try {
            Event event = EventJson.read(record.value(), type.get().record());
            return Optional.of(event);
        } catch (UnreadableEvent unreadable) {
            return Optional.empty();
        }
    }
}
