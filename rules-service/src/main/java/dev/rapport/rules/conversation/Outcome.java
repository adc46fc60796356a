package dev.rapport.rules.conversation;

import java.util.List;

import dev.rapport.events.Event;

/** What a conversation made of something it was told. */
public sealed interface Outcome {

    /** Known already: nothing changes. */
    record Ignored() implements Outcome {
    }

    /** Cannot be taken. {@code reason} is for the dead-letter topic and holds none of its content. */
    record Refused(String reason) implements Outcome {
    }

    /**
     * Changed. All of it belongs in one transaction.
     *
     * @param conversation its record to write; null to delete it
     * @param turns records to write
     * @param forgotten numbers of turns whose records to delete
     * @param told events to publish, in this order
     * @param failure why a turn could not be judged, without its content; null if all went well
     */
    record Changed(ConversationRecord conversation, List<TurnRecord> turns, List<Integer> forgotten,
            List<? extends Event> told, String failure) implements Outcome {

        public Changed {
            turns = List.copyOf(turns);
            forgotten = List.copyOf(forgotten);
            told = List.copyOf(told);
        }
    }
}
