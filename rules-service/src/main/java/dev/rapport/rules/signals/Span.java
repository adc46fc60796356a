package dev.rapport.rules.signals;

/** A passage of a text: from its first character to after its last, in UTF-16 units. */
public record Span(int from, int to) {
}
