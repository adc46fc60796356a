package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rapport.rules.signals.Sentence.Mood;

/** Finds the sentences of a text and what each asks of the listener, from words and their order first. */
final class Clauses {

    private static final Set<String> INVITES = Set.of("tell", "describe", "explain", "walk", "share", "talk", "say");

    private Clauses() {
    }

    static List<Sentence> of(List<Token> tokens) {
        List<Sentence> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (ends(tokens.get(i))) {
                if (i + 1 > from) {
                    found.add(new Sentence(from, i + 1, mood(tokens, from, i + 1)));
                }
                from = i + 1;
            }
        }
        if (from < tokens.size()) {
            found.add(new Sentence(from, tokens.size(), mood(tokens, from, tokens.size())));
        }
        return found;
    }

    private static boolean ends(Token token) {
        char c = token.text().charAt(0);
        return token.pos().equals("PUNCT") && (c == '.' || c == '?' || c == '!' || c == '…');
    }

    private static Mood mood(List<Token> tokens, int from, int end) {
        boolean asks = tokens.get(end - 1).text().indexOf('?') >= 0;
        int i = from;
        while (i < end && (tokens.get(i).pos().equals("PUNCT") || Lexicon.OPENERS.contains(low(tokens.get(i)))
                || Lexicon.FILLERS.contains(low(tokens.get(i))))) {
            i++;
        }
        if (i == end) {
            return asks ? Mood.CLOSED_QUESTION : Mood.FRAGMENT;
        }
        for (int k = i; k + 1 < end; k++) {
            if (Lexicon.WH.contains(low(tokens.get(k))) && Lexicon.AUX.contains(low(tokens.get(k + 1)))) {
                return Mood.OPEN_QUESTION;
            }
        }
        String first = low(tokens.get(i));
        if (Lexicon.WH.contains(first) && asks) {
            return Mood.OPEN_QUESTION;
        }
        if (INVITES.contains(first)) {
            return Mood.OPEN_QUESTION;
        }
        if (Lexicon.AUX.contains(first) && i + 1 < end && (Lexicon.SUBJECT_PRONOUNS.contains(low(tokens.get(i + 1)))
                || tokens.get(i + 1).pos().equals("PART") || asks)) {
            return Mood.CLOSED_QUESTION;
        }
        if (asks) {
            return Mood.CLOSED_QUESTION;
        }
        return end - i < 3 ? Mood.FRAGMENT : Mood.STATEMENT;
    }

    static String low(Token token) {
        return token.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
