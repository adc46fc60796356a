package dev.rapport.events;

import java.util.Arrays;
import java.util.Optional;

/** Each kind of event with the value of its {@code ce_type} header. A change that old readers cannot take gets a new v. */
public enum EventType {
    CONVERSATION_OPENED("dev.rapport.conversation-opened.v1", ConversationOpened.class), TURN_SPOKEN(
            "dev.rapport.turn-spoken.v1", TurnSpoken.class), CONVERSATION_CLOSED("dev.rapport.conversation-closed.v1",
                    ConversationClosed.class), BEHAVIOUR_OBSERVED("dev.rapport.behaviour-observed.v1",
                            BehaviourObserved.class), CONVERSATION_JUDGED("dev.rapport.conversation-judged.v1",
                                    ConversationJudged.class), COACHING_GIVEN("dev.rapport.coaching-given.v1",
                                            CoachingGiven.class), REACTION_GIVEN("dev.rapport.reaction-given.v1",
                                                    ReactionGiven.class), LINE_TRIED("dev.rapport.line-tried.v1",
                                                            LineTried.class), LINE_JUDGED("dev.rapport.line-judged.v1",
                                                                    LineJudged.class), LEARNER_ERASED(
                                                                            "dev.rapport.learner-erased.v1",
                                                                            LearnerErased.class), RULEBOOK_RELEASED(
                                                                                    "dev.rapport.rulebook-released.v1",
                                                                                    RulebookReleased.class), SHADOW_OBSERVED(
                                                                                            "dev.rapport.shadow-observed.v1",
                                                                                            ShadowObserved.class);

    private final String type;
    private final Class<? extends Event> record;

    EventType(String type, Class<? extends Event> record) {
        this.type = type;
        this.record = record;
    }

    public String type() {
        return type;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public static EventType of(Event event) {
        return Arrays.stream(values()).filter(t -> t.record == event.getClass()).findFirst().orElseThrow();
    }

    /** @return empty for a type this version does not know: skip such a record, somebody newer sent it */
    public static Optional<EventType> of(String type) {
        return Arrays.stream(values()).filter(t -> t.type.equals(type)).findFirst();
    }
}
