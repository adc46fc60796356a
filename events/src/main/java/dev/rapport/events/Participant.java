package dev.rapport.events;

/**
 * Somebody in a conversation.
 *
 * @param name as it stands on their turns
 * @param role exactly one participant of a conversation is the learner
 */
public record Participant(String name, Role role) {
}
