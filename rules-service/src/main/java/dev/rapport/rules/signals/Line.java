package dev.rapport.rules.signals;

import java.util.List;
import java.util.Set;

/** The words and marks of a text in the form its readers compare: lower case, part of speech, neighbours. */
final class Line {

    private final List<Token> tokens;
    private final String[] low;

    Line(List<Token> tokens) {
        this.tokens = tokens;
        this.low = new String[tokens.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = low(tokens.get(i));
        }
    }

    static String low(Token token) {
        return Words.form(token.text());
    }

    int size() {
        return low.length;
    }

    Token token(int i) {
        return tokens.get(i);
    }

    /** The lower-case word at that place; empty outside the text, so that callers may look beyond its ends. */
    String low(int i) {
        return i >= 0 && i < low.length ? low[i] : "";
    }

    String pos(int i) {
        return i >= 0 && i < low.length ? tokens.get(i).pos() : "";
    }

    String lemma(int i) {
        return i >= 0 && i < low.length ? tokens.get(i).lemma() : "";
    }

    boolean is(int i, Set<String> words) {
        return words.contains(low(i));
    }

    boolean is(int i, String word) {
        return low(i).equals(word);
    }

    boolean isMark(int i) {
        return pos(i).equals("PUNCT");
    }

    /** "Inês", "Siobhán": a capital inside a line is a name, whatever the tagger makes of a name it has never met. */
    boolean isCapitalised(int at) {
        String text = tokens.get(at).text();
        return at > 0 && text.length() > 1 && Character.isUpperCase(text.charAt(0))
                && Character.isLowerCase(text.charAt(1)) && !is(at, Lexicon.STOP);
    }

    boolean isNominal(int i) {
        String pos = pos(i);
        return pos.equals("NOUN") || pos.equals("PROPN") || pos.equals("NUM");
    }

    boolean isVerbal(int i) {
        String pos = pos(i);
        return pos.equals("VERB") || pos.equals("AUX");
    }

    boolean isNot(int i) {
        return is(i, "n't") || is(i, "not") || is(i, "nt") || is(i, "t") && pos(i).equals("PART");
    }

    /** Whether the words from that place on are these. */
    boolean reads(int i, String... words) {
        for (int k = 0; k < words.length; k++) {
            if (!low(i + k).equals(words[k])) {
                return false;
            }
        }
        return true;
    }

    /** The place after the words, counted from {@code i}, that only lead in: fillers, openers and marks. */
    int afterOpeners(int i, int end) {
        int at = i;
        while (at < end) {
            if (isMark(at) || is(at, Lexicon.FILLERS)) {
                at++;
            } else if (is(at, Lexicon.OPENERS) && !(is(at, "like") && pos(at).equals("VERB"))) {
                at++;
            } else if ((reads(at, "i", "mean") || reads(at, "you", "know") || reads(at, "you", "see")
                    || reads(at, "of", "course"))
                    && (isMark(at + 2) || is(at + 2, Lexicon.WH)
                            || is(at + 2, Lexicon.AUX))) {
                at += 2;
            } else if ((pos(at).equals("PROPN") || is(at, Lexicon.WARM_OPENERS)) && is(at + 1, ",")) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }
}
