package dev.rapport.feedback.observation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.EventType;
import dev.rapport.events.Ids;
import dev.rapport.events.LineJudged;
import dev.rapport.feedback.health.DatabaseOutage;
import dev.rapport.feedback.message.ReleaseFollower;
import dev.rapport.feedback.observation.ObservationInbox.Place;
import dev.rapport.feedback.practice.Practice;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/**
 * Reads {@code rapport.observations}. What cannot be read, or fails although the database answers, goes to the dead-letter
 * topic and the flow goes on; while the database or broker is away, the record waits and is tried again.
 */
@ApplicationScoped
class ObservationConsumer {

    private static final Logger LOG = Logger.getLogger(ObservationConsumer.class);
    /** The topic of releases is small; an installation that has none yet shall not wait for ever. */
    private static final Duration LONGEST_WAIT_FOR_RELEASES = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    @Inject
    ObservationInbox inbox;
    @Inject
    DatabaseOutage outage;
    @Inject
    Practice practice;
    @Inject
    ReleaseFollower releases;
    @Inject
    MeterRegistry metrics;
    @Inject
    @Channel("observations-dead")
    MutinyEmitter<byte[]> dead;

    private volatile boolean waitedForReleases;

    @Incoming("observations")
    @Blocking
    void accept(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = Optional.ofNullable(record.headers().lastHeader(CloudEvents.TYPE))
                .map(Header::value).map(value -> new String(value, StandardCharsets.UTF_8)).flatMap(EventType::of);
        if (type.isEmpty()) {
            // somebody newer sent it
            metrics.counter("rapport.observations.skipped", "tenant", tenantOf(record)).increment();
            return;
        }
        Event event;
        try {
            event = read(record, type.get());
        } catch (UnreadableEvent unreadable) {
            bury(record, unreadable.getMessage());
            return;
        }
        if (event == null) {
            return;
        }
        waitForReleases();
        Place place = new Place(record.partition(), record.offset());
        Instant sent = Instant.ofEpochMilli(record.timestamp());
        until(record, () -> {
            if (event instanceof BehaviourObserved observed) {
                inbox.take(observed, place, sent);
            } else if (event instanceof ConversationJudged judged) {
                inbox.take(judged, sent);
            } else if (event instanceof LineJudged judged) {
                practice.take(judged);
            }
        });
        metrics.counter("rapport.observations.taken", "tenant", event.tenant()).increment();
    }

    /** A message is composed in the words its tenant has released. */
    private void waitForReleases() {
        if (waitedForReleases) {
            return;
        }
        try {
            if (!releases.waitUntilKnown(LONGEST_WAIT_FOR_RELEASES)) {
                LOG.warn("The releases of tenants are not known; messages are composed with those of the house");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping; the record comes again", stopped);
        }
        waitedForReleases = true;
    }

    /** @return null for an event of another topic */
    private static Event read(ConsumerRecord<byte[], byte[]> record, EventType type) throws UnreadableEvent {
        if (type != EventType.BEHAVIOUR_OBSERVED && type != EventType.CONVERSATION_JUDGED
                && type != EventType.LINE_JUDGED) {
            return null;
        }
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return EventJson.read(value, type.record());
    }

    private void until(ConsumerRecord<byte[], byte[]> record, Runnable taken) {
        long pause = FIRST_PAUSE_MILLIS;
        int tries = 0;
        while (true) {
            try {
                taken.run();
                return;
            } catch (RuntimeException failed) {
                boolean away = outage.lasts();
                tries += away ? 0 : 1;
                LOG.warnf("Record %d of partition %d is not taken: %s%s", record.offset(), record.partition(),
                        failed.getClass().getSimpleName(), away ? "; the database is away, it waits" : "");
                LOG.debug("not taken", failed);
                if (tries == TRIES) {
                    bury(record, "failed " + TRIES + " times with " + failed.getClass().getSimpleName());
                    return;
                }
            }
            outage.pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add(CloudEvents.DEAD_LETTER_REASON, reason.getBytes(StandardCharsets.UTF_8));
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                dead.sendMessageAndAwait(Message.of(record.value() == null ? new byte[0] : record.value())
                        .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder().withKey(record.key())
                                .withHeaders(headers).build()));
                break;
            } catch (RuntimeException away) {
                LOG.warnf("The dead-letter topic is away: %s", away.getClass().getSimpleName());
            }
            outage.pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
        metrics.counter("rapport.observations.dead", "tenant", tenantOf(record)).increment();
        LOG.warnf("Record %d of partition %d went to the dead-letter topic: %s", record.offset(), record.partition(),
                reason);
    }

    private static String tenantOf(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(CloudEvents.TENANT);
        String tenant = header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
        return Ids.isValid(tenant) ? tenant : "unknown";
    }
}
