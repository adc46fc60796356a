package dev.rapport.rules.archive;

import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.signals.TextSignals;

/**
 * A turn of a past conversation.
 *
 * @param signals of its text
 */
public record PastTurn(Turn turn, TextSignals signals) {
}
