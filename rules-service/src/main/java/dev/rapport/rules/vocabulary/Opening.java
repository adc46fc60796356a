package dev.rapport.rules.vocabulary;

import java.util.Locale;
import java.util.Set;

import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/** Where a sentence really begins. */
final class Opening {

    private static final Set<String> FILLERS = Set.of("well", "so", "oh", "ok", "okay", "yeah", "yes", "no", "right",
            "and", "but", "um", "uh", "uhm", "hm", "hmm", "mm", "ah", "er", "like", "now");

    private Opening() {
    }

    /**
     * Index in the text of the first word of tokens {@code first} to {@code end} that is no filler. Where all of them are,
     * as in "well, yeah", each of them opens it: of the last one.
     */
    static int after(TextSignals signals, int first, int end) {
        int i = first;
        while (i < end - 1 && isFiller(signals.tokens().get(i))) {
            i++;
        }
        return i < signals.tokens().size() ? signals.tokens().get(i).from() : 0;
    }

    private static boolean isFiller(Token token) {
        String text = token.text();
        return !Character.isLetterOrDigit(text.codePointAt(0)) || token.pos().equals("UH") || token.pos().equals("INTJ")
                || FILLERS.contains(text.toLowerCase(Locale.ROOT));
    }
}
