package dev.rapport.rules.signals;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that can be seen in one turn's text without knowing who said it, what came before or which rules are in
 * force. Kept in the state of the conversation, so fields are only ever added, and {@link #VERSION} rises when the same
 * text would give other signals, or when the heads learned anew.
 *
 * @param version of the reader that made it
 * @param words how many tokens are words
 * @param contentLemmas lemmas of nouns, names, numbers, full verbs and adjectives, without stop words
 * @param entities names, numbers, dates and places, lower case; a subset of what a callback may return to
 * @param selfSentences indices of sentences whose subject is the speaker
 * @param partnerAddressed whether a second-person pronoun stands in it, outside set phrases such as "you know"
 * @param pointsBack whether a word such as that, it, then, there or they points to what was said before
 * @param concreteSelfDetail a sentence about the speaker with a name, number, time, place or past event; null if none
 * @param heard how it sounds to the learned heads, by their name, once they were listened to; empty before
 * @param focus the noun phrase or clause most worth returning to, at most eight words that can follow "You mentioned"; may
 *        begin with my or our, which whoever says it back turns into your; null if none stands out
 */
public record TextSignals(int version, List<Token> tokens, List<Sentence> sentences, int words,
        Set<String> contentLemmas, Set<String> entities, List<Integer> selfSentences, boolean partnerAddressed,
        boolean pointsBack, Span concreteSelfDetail, Span focus, Map<String, Heard> heard) {

    public static final int VERSION = 4;

    public TextSignals {
        tokens = List.copyOf(tokens);
        sentences = List.copyOf(sentences);
        contentLemmas = Set.copyOf(contentLemmas);
        entities = Set.copyOf(entities);
        selfSentences = List.copyOf(selfSentences);
        // state that was written before there were heads has none
        heard = heard == null ? Map.of() : Map.copyOf(heard);
    }

    /** Before any head listened. */
    public TextSignals(int version, List<Token> tokens, List<Sentence> sentences, int words, Set<String> contentLemmas,
            Set<String> entities, List<Integer> selfSentences, boolean partnerAddressed, boolean pointsBack,
            Span concreteSelfDetail, Span focus) {
        this(version, tokens, sentences, words, contentLemmas, entities, selfSentences, partnerAddressed, pointsBack,
                concreteSelfDetail, focus, Map.of());
    }

    /** The same after the heads listened. */
    public TextSignals sounding(Map<String, Heard> heard) {
        return new TextSignals(version, tokens, sentences, words, contentLemmas, entities, selfSentences,
                partnerAddressed, pointsBack, concreteSelfDetail, focus, heard);
    }
}
