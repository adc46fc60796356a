package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

final class BreaksOff extends TurnPredicate {

    private static final Slot.Choice<Boolean> BREAKS = Slots.choice("breaks", true, "breaks off", false,
            "does not break off");

    /** Words after which a clause goes on. */
    private static final Set<String> UNFINISHED = Set.of("the", "a", "an", "my", "your", "our", "their", "its", "and",
            "but", "because", "or", "if", "to", "of", "with", "from", "when", "which", "than", "as", "while",
            "although",
            "unless", "until", "whether", "who", "'s", "n't", "i", "we", "they", "he", "she");

    private static final String DASHES = "-–—…";

    BreaksOff() {
        super("breaks off", Weight.WORDING,
                "Whether the turn stops in the middle of a clause: with a dash, with dots, or with a word that something must "
                        + "follow, such as \"because\" or \"the\".",
                Form.of("{} {}", Slots.REF, BREAKS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        boolean wanted = arguments.get(BREAKS);
        Span where = where(turn.signals());
        boolean breaks = where != null;
        return Finding.of(breaks == wanted,
                () -> new Why(ref.words() + (breaks ? " breaks off" : " does not break off"),
                        breaks == wanted ? null : wanted ? "a clause left unfinished" : "a finished clause",
                        (breaks ? "a finished" : "an unfinished") + " clause at the end of " + ref.words(),
                        List.of(Passage.of(turn, where))));
    }

    /** The last word or mark, if it leaves the clause open; null if not. */
    private static Span where(TextSignals signals) {
        List<Token> tokens = signals.tokens();
        if (tokens.isEmpty()) {
            return null;
        }
        Token last = tokens.get(tokens.size() - 1);
        String text = last.text().toLowerCase(Locale.ROOT);
        boolean open = UNFINISHED.contains(text) || text.startsWith("..")
                || DASHES.indexOf(text.charAt(text.length() - 1)) >= 0;
        return open ? new Span(last.from(), last.to()) : null;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.flag("breaks off", about(ref, learner)), arguments.get(BREAKS)));
    }
}
