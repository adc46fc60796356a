package dev.rapport.rules.archive;

import java.time.Instant;
import java.util.List;

import dev.rapport.events.ConversationOpened;

/**
 * A conversation that is over.
 *
 * @param opened as announced last
 * @param at when it began, or when it was first heard of where nobody told
 * @param turns in the order of their numbers
 */
public record PastTalk(ConversationOpened opened, Instant at, List<PastTurn> turns) {

    public PastTalk {
        turns = List.copyOf(turns);
    }
}
