package dev.rapport.rules.signals;

/**
 * A word or punctuation mark.
 *
 * @param text as written
 * @param lemma lower case dictionary form; the lower-cased text where the lemmatiser knows none
 * @param pos Universal Dependencies part-of-speech tag: NOUN, PROPN, VERB, AUX, PRON, NUM, PUNCT ...
 * @param from index of its first character in the turn's text, in UTF-16 units
 * @param to index after its last character
 */
public record Token(String text, String lemma, String pos, int from, int to) {
}
