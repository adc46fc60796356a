package dev.rapport.rules.signals;

/**
 * How much a turn sounds like something.
 *
 * @param percent from 0 to 100
 * @param span the words that do; null where none does
 */
public record Heard(int percent, Span span) {

    public static final Heard NOTHING = new Heard(0, null);
}
