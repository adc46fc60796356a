package dev.rapport.feedback.observation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import dev.rapport.feedback.transcript.Transcripts;

/** Takes one event in one transaction. Taking it again changes nothing. */
@ApplicationScoped
class ObservationInbox {

    /**
     * Where an event stood in the topic.
     *
     * @param offset rises within a partition
     */
    record Place(int partition, long offset) {
    }

    @Inject
    Messages messages;
    @Inject
    Transcripts transcripts;
    @Inject
    Clock clock;

    /** The last word counts, and a word that is delivered again is not the last. */
    @Transactional
    void take(BehaviourObserved observed, Place place) {
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
        row.event = new String(EventJson.write(observed), StandardCharsets.UTF_8);
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
        } else if (observed.rule().equals(Talk.DEEP_DISCLOSURE)) {
            transcripts.conceal(observed.tenant(), observed.conversation(), SecretsSeen.turns(observed));
        }
    }

    /** Composes the message of the conversation from what stands. */
    @Transactional
    void take(ConversationJudged judged) {
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
        try {
            return EventJson.read(row.event.getBytes(StandardCharsets.UTF_8), BehaviourObserved.class);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("observation " + row.id + " cannot be read", impossible);
        }
    }
}
