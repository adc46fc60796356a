package dev.rapport.rules.signals;

/**
 * A word or punctuation mark. What is asked of it is not named {@code is…}: a name like that would be written to JSON as a
 * further field of it.
 *
 * @param text as written
 * @param lemma lower case dictionary form; the lower-cased text where the lemmatiser knows none
 * @param pos Universal Dependencies part-of-speech tag: NOUN, PROPN, VERB, AUX, PRON, NUM, PUNCT ...
 * @param from index of its first character in the turn's text, in UTF-16 units
 * @param to index after its last character
 */
public record Token(String text, String lemma, String pos, int from, int to) {

    /** The word as English is compared: lower case, "goin'" and "ye" as "going" and "you". */
    public String form() {
        return Words.form(text);
    }

    /** Whether it names the one who speaks, alone or among others: I, my, us. */
    public boolean inFirstPerson() {
        return Lexicon.FIRST_PERSON.contains(form());
    }

    /** Whether it names the one spoken to: you, your, and what varieties of English say for them. */
    public boolean inSecondPerson() {
        return Lexicon.SECOND_PERSON.contains(form());
    }

    /** Whether it is what, how, why and their like, asking or not. */
    public boolean mayAsk() {
        return Lexicon.WH.contains(form());
    }
}
