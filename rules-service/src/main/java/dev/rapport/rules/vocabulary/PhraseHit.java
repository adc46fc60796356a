package dev.rapport.rules.vocabulary;

import dev.rapport.rules.signals.Span;

/**
 * A phrase of a phrase list found in a turn.
 *
 * @param phrase as it stands in the list
 * @param span where it stands in the turn's text
 */
public record PhraseHit(String phrase, Span span) {
}
