package dev.rapport.events;

/**
 * The Kafka topics, each with its record key. Every key starts with the tenant, so that a later split of a topic by
 * tenant, and the authorisation of one, need no new keys.
 */
public final class Topics {

    /**
     * {@link ConversationOpened}, {@link TurnSpoken} and {@link ConversationClosed} of a conversation in the order they
     * were accepted. Key: {@link Keys#conversation}.
     */
    public static final String TURNS = "rapport.turns";

    /**
     * Compacted: the last {@link ConversationOpened} or {@link ConversationClosed} of each conversation, from which every
     * ingest-service replica knows what is open. Key: {@link Keys#conversation}.
     */
    public static final String CONVERSATIONS = "rapport.conversations";

    /**
     * {@link BehaviourObserved} while a conversation goes on and one {@link ConversationJudged} when it is over, in that
     * order; {@link LineJudged} whenever a line of it was practised. Key: {@link Keys#conversation}.
     */
    public static final String OBSERVATIONS = "rapport.observations";

    /** {@link CoachingGiven}. Key: {@link Keys#learner}. */
    public static final String COACHING = "rapport.coaching";

    /** {@link ReactionGiven}. Key: {@link Keys#rule}. */
    public static final String REACTIONS = "rapport.reactions";

    /** {@link LineTried}. Key: {@link Keys#learner}. */
    public static final String PRACTICE = "rapport.practice";

    /** {@link LearnerErased}. Key: {@link Keys#learner}. */
    public static final String ERASURES = "rapport.erasures";

    /**
     * Compacted: the last {@link RulebookReleased} of each tenant, from which every replica knows what is in force. Key:
     * {@link Keys#rulebook}.
     */
    public static final String RULEBOOKS = "rapport.rulebooks";

    /** {@link ShadowObserved}; no coaching follows from it. Key: {@link Keys#conversation}. */
    public static final String SHADOW = "rapport.shadow";

    /** What follows a topic's name in the name of its dead-letter topic. */
    public static final String DEAD_LETTER_SUFFIX = ".dead";

    private Topics() {
    }

    /** The topic where records of {@code topic} go that could not be processed, with the reason in a header. */
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
