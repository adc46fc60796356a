package dev.rapport.rules.vocabulary;

/**
 * A word of a written condition that cannot be understood.
 *
 * @param line of the word, from 1
 * @param column of the word, from 1
 * @param what is wrong, e.g. {@code "clsoed" is no kind of turn}
 * @param expected what could stand there; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record Problem(int line, int column, String what, String expected, String didYouMean) {
}
