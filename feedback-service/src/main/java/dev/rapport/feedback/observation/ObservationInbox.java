package dev.rapport.feedback.observation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.composition.Talk;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.transcript.KeepsWords;
import dev.rapport.feedback.transcript.Transcripts;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes one event in one transaction. Taking it again changes nothing. */
@ApplicationScoped
class ObservationInbox implements KeepsWords {

    /**
     * Where an event stood in the topic.
     *
     * @param offset rises within a partition
     */
    record Place(int partition, long offset) {
    }

    private static final Duration AT_LEAST = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    @Inject
    Messages messages;
    @Inject
    Transcripts transcripts;
    @Inject
    Clock clock;

    /**
     * The last word counts, and a word that is delivered again is not the last.
     *
     * @param sent when it was told
     */
    @Transactional
    void take(BehaviourObserved observed, Place place, Instant sent) {
        if (transcripts.isErased(observed.tenant(), observed.conversation(), observed.learner(), sent)) {
            return;
        }
        Optional<ObservationEntity> before = ObservationEntity
                .<ObservationEntity>find("tenant = ?1 and eventId = ?2", observed.tenant(), observed.id())
                .firstResultOptional();
        if (before.isPresent() && before.get().topicPartition == place.partition()
                && before.get().topicOffset >= place.offset()) {
            return;
        }
        ObservationEntity row = before.orElseGet(ObservationEntity::new);
        row.tenant = observed.tenant();
        row.conversation = observed.conversation();
        row.eventId = observed.id();
        row.withdrawn = observed.withdrawn();
        row.words = !observed.rule().equals(Talk.CRISIS) && !isDangerous(observed);
        row.event = written(row.words ? observed : Wordless.of(observed));
        row.topicPartition = place.partition();
        row.topicOffset = place.offset();
        row.receivedAt = clock.instant();
        row.persist();
        forget(observed);
    }

    /** What is nobody's business is not kept, and does not come back where the observation is withdrawn. */
    private void forget(BehaviourObserved observed) {
        if (observed.rule().equals(Talk.CRISIS)) {
            transcripts.close(observed.tenant(), observed.conversation(), observed.learner());
            ObservationEntity
                    .<ObservationEntity>find("tenant = ?1 and conversation = ?2 and words", observed.tenant(),
                            observed.conversation())
                    .stream().forEach(ObservationInbox::forgetWords);
        } else if (observed.rule().equals(Talk.DEEP_DISCLOSURE)) {
            transcripts.conceal(observed.tenant(), observed.conversation(), SecretsSeen.turns(observed));
        }
    }

    /** Whether words of danger were seen in the same talk, even if they are taken back. */
    private static boolean isDangerous(BehaviourObserved observed) {
        return ObservationEntity.count("tenant = ?1 and conversation = ?2 and eventId like ?3", observed.tenant(),
                observed.conversation(), "%/" + Talk.CRISIS) > 0;
    }

    private static void forgetWords(ObservationEntity row) {
        row.event = written(Wordless.of(read(row)));
        row.words = false;
    }

    /** A message is composed from the words, so those of the last day stay in any case. */
    @Override
    public void forgetBefore(Instant then) {
        Instant dayAgo = clock.instant().minus(AT_LEAST);
        Instant before = then.isBefore(dayAgo) ? then : dayAgo;
        while (QuarkusTransaction.requiringNew().call(() -> forgetSome(before)) == AT_ONCE) {
            // the next ones have their own transaction
        }
    }

    private static int forgetSome(Instant before) {
        List<ObservationEntity> old = ObservationEntity.<ObservationEntity>find("words and receivedAt < ?1 order by id",
                before).page(0, AT_ONCE).list();
        old.forEach(ObservationInbox::forgetWords);
        return old.size();
    }

    private static String written(BehaviourObserved observed) {
        return new String(EventJson.write(observed), StandardCharsets.UTF_8);
    }

    /**
     * Composes the message of the conversation from what stands.
     *
     * @param sent when it was told
     */
    @Transactional
    void take(ConversationJudged judged, Instant sent) {
        if (transcripts.isErased(judged.tenant(), judged.conversation(), judged.learner(), sent)) {
            return;
        }
        List<BehaviourObserved> standing = ObservationEntity
                .<ObservationEntity>find("tenant = ?1 and conversation = ?2 and withdrawn = false order by id",
                        judged.tenant(), judged.conversation())
                .stream().map(ObservationInbox::read).toList();
        messages.compose(new Talk(judged, standing));
    }

    /** All that was ever seen in a talk, what was withdrawn too. */
    static List<BehaviourObserved> ofTalk(String tenant, String conversation) {
        return ObservationEntity
                .<ObservationEntity>find("tenant = ?1 and conversation = ?2 order by id", tenant, conversation).stream()
                .map(ObservationInbox::read).toList();
    }

    private static BehaviourObserved read(ObservationEntity row) {
        return read(row.event);
    }

    /** @param event as it is kept */
    static BehaviourObserved read(String event) {
        try {
            return EventJson.read(event.getBytes(StandardCharsets.UTF_8), BehaviourObserved.class);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("an observation that cannot be read", impossible);
        }
    }
}
