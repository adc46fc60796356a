package dev.rapport.events;

/**
 * Something that happened. In Kafka its value is the record as JSON and its attributes travel as CloudEvents headers
 * ({@link CloudEvents}).
 */
public sealed interface Event permits ConversationOpened, TurnSpoken, ConversationClosed, BehaviourObserved,
        ConversationJudged, CoachingGiven, ReactionGiven, LineTried, LineJudged, LearnerErased, RulebookReleased,
        ShadowObserved {

    /** Whose event it is; {@code local} on a laptop. */
    String tenant();

    /**
     * The same for every delivery of the same happening: a consumer that has seen it once may drop it. It is derived from
     * what happened, never random, so that a retry carries it again.
     */
    String id();

    /** The key of its Kafka record. */
    String key();
}
