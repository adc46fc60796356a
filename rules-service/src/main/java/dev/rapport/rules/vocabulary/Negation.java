package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/** Whether a phrase is taken back by a word such as "not" shortly before it. */
final class Negation {

    private static final int REACH = 3;
    private static final Set<String> NEGATORS = Set.of("not", "n't", "n’t", "no", "never", "none", "nobody", "nothing",
            "neither", "nor", "without", "hardly", "barely", "cannot", "isn't", "wasn't", "aren't", "weren't", "don't",
            "doesn't", "didn't", "won't", "can't", "couldn't", "wouldn't", "shouldn't", "haven't", "hasn't", "hadn't");
    private static final Set<String> ENDS_A_CLAUSE = Set.of(",", ".", ";", ":", "?", "!", "but");

    private Negation() {
    }

    /** Looks at most three tokens back and not past the end of a clause. */
    static boolean before(Span hit, TextSignals signals) {
        List<Token> tokens = signals.tokens();
        int first = 0;
        while (first < tokens.size() && tokens.get(first).to() <= hit.from()) {
            first++;
        }
        for (int i = first - 1; i >= 0 && i >= first - REACH; i--) {
            String text = tokens.get(i).text().toLowerCase(Locale.ROOT).replace('’', '\'');
            if (ENDS_A_CLAUSE.contains(text)) {
                return false;
            }
            if (NEGATORS.contains(text)) {
                return true;
            }
        }
        return false;
    }
}
