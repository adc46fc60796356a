package dev.rapport.rules.release;

import dev.rapport.rules.conversation.Rules;

/**
 * A version that observes and coaches nobody.
 *
 * @param number of the version
 */
public record Shadow(int number, Rules rules) {
}
