package dev.rapport.feedback.delivery.wire;

/**
 * Why nothing is sent to an address.
 *
 * @param problem what is wrong
 * @param todo what to name instead
 */
public record Objection(String problem, String todo) {
}
