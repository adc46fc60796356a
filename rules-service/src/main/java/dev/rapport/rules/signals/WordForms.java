package dev.rapport.rules.signals;

import java.util.List;
import java.util.Set;

/** Which written words count as the same in one language when a phrase is looked for. Safe for threads. */
public interface WordForms {

    static WordForms ofEnglish() {
        return Inflections.FORMS;
    }

    /** The words of a phrase in the form in which they are compared. */
    List<String> words(String phrase);

    /** The keys under which a word of a phrase is kept; more than one only where it is ambiguous. */
    Set<String> ofPhrase(String word, String before);

    /** The keys the token at that place answers to; none for a mark. */
    Set<String> ofText(List<Token> tokens, int at);

    /** Whether a phrase may go on behind this word as if it were not there. */
    boolean isFiller(Token token);

    /** Other ways of saying a phrase, in the same form. */
    List<List<String>> otherwise(List<String> words);
}
