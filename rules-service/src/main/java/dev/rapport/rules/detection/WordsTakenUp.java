package dev.rapport.rules.detection;

import java.util.HashSet;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/**
 * Uptake as the partner's words that come back, asked about or pointed to. What each counts was fitted by ridge regression
 * to the 843 exchanges of Demszky et al. (2021), "Measuring Conversational Uptake" (MIT licence), whose finding is that
 * repetition carries much of it; docs/learned-signals.md says how near it comes to their raters.
 */
final class WordsTakenUp implements Uptake {

    /** Of the logarithm of how many words, of any kind and in any inflection, come back. */
    private static final double WORD = 0.36;
    /** Of the share of the partner's content words that come back. */
    private static final double CONTENT = 0.43;
    private static final double QUESTION = 0.23;
    /** A word such as "that" points to what was said. */
    private static final double POINTING = 0.16;
    /** Some twenty words of the partner's asked about and pointed to: more is not told apart. */
    private static final double MOST = 2;

    @Override
    public double of(SeenTurn turn, SeenTurn partners) {
        TextSignals now = turn.signals();
        Set<String> content = partners.signals().contentLemmas();
        long again = now.contentLemmas().stream().filter(content::contains).count();
        boolean asks = now.sentences().stream()
                .anyMatch(each -> each.mood() == Mood.OPEN_QUESTION || each.mood() == Mood.CLOSED_QUESTION);
        double sum = WORD * Math.log1p(shared(now, partners.signals()))
                + (content.isEmpty() ? 0 : CONTENT * again / content.size()) + (asks ? QUESTION : 0)
                + (now.pointsBack() ? POINTING : 0);
        return Math.min(1, sum / MOST);
    }

    private static int shared(TextSignals one, TextSignals other) {
        Set<String> shared = lemmas(one);
        shared.retainAll(lemmas(other));
        return shared.size();
    }

    private static Set<String> lemmas(TextSignals signals) {
        Set<String> lemmas = new HashSet<>();
        for (Token token : signals.tokens()) {
            if (!token.pos().equals("PUNCT")) {
                lemmas.add(token.lemma());
            }
        }
        return lemmas;
    }
}
