package dev.rapport.rules.conversation;

import dev.rapport.events.Role;

/**
 * One speaker's words.
 *
 * @param number in the conversation, from 1
 * @param startMillis since the conversation's start; null without times
 * @param endMillis since the conversation's start; null without times
 * @param confidence of the speech recognition, 0 to 1; null where unknown
 */
public record Turn(int number, Role role, String speaker, String text, Long startMillis, Long endMillis,
        Double confidence) {
}
