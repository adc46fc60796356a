package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/** Where things stand in a text. */
final class Passages {

    private Passages() {
    }

    static Span span(TextSignals signals, Sentence sentence) {
        List<Token> tokens = signals.tokens();
        return new Span(tokens.get(sentence.first()).from(), tokens.get(sentence.end() - 1).to());
    }

    /** From the first character of any to after the last of any; null where none is given. */
    static Span around(List<Span> spans) {
        Span all = null;
        for (Span span : spans) {
            all = all == null ? span : new Span(Math.min(all.from(), span.from()), Math.max(all.to(), span.to()));
        }
        return all;
    }
}
