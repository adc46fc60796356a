package dev.rapport.rules.signals;

/**
 * A phrase of a list found in a text.
 *
 * @param list name of the list
 * @param phrase as the list writes it
 * @param span where it stands in the turn's text
 */
public record Hit(String list, String phrase, Span span) {
}
