package dev.rapport.rules.conversation;

/**
 * What is known of a conversation besides its turns.
 *
 * @param kind e.g. {@code sales-discovery}; never null
 * @param stage e.g. {@code first-contact}; null if not told
 */
public record Setting(String kind, String stage) {
}
