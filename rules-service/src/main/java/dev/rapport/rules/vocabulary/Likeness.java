package dev.rapport.rules.vocabulary;

import dev.rapport.rules.signals.Span;

/**
 * How near a turn comes in meaning to a phrase list.
 *
 * @param phrase the nearest phrase of the list
 * @param percent 0 to 100
 * @param span the sentence of the turn that is nearest
 */
public record Likeness(String phrase, int percent, Span span) {
}
