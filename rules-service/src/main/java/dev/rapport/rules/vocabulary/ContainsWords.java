package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Locale;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;

final class ContainsWords extends TurnPredicate {

    private static final Slot.Choice<Boolean> CONTAINS = Slots.choice("contains", true, "contains", false,
            "does not contain");

    ContainsWords() {
        super("words", Weight.WORDING,
                "Whether exactly these words stand in the turn, in capitals or not. \"That is not negated\" leaves them out after "
                        + "a word such as \"not\".",
                Form.of("{} {} {} {}", Slots.REF, CONTAINS, Slots.TEXT, ContainsPhrase.NOT_NEGATED));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String words = arguments.get(Slots.TEXT);
        boolean wanted = arguments.get(CONTAINS);
        boolean careful = arguments.get(ContainsPhrase.NOT_NEGATED);
        String text = turn.turn().text();
        view.work(1 + text.length() / 16);
        Span found = find(text, words, 0);
        while (careful && found != null && Negation.before(found, turn.signals())) {
            view.work(1);
            found = find(text, words, found.to());
        }
        Span span = found;
        return Finding.of((found != null) == wanted, () -> new Why(
                ref.words() + (span != null ? " says " : " does not say ") + English.quoted(words),
                (span != null) == wanted ? null : wanted ? "these words" : "other words",
                (span == null ? English.quoted(words) : "no " + English.quoted(words)) + " in " + ref.words(),
                List.of(Passage.of(turn, span))));
    }

    /** The next place where the words stand as whole words; null if nowhere. */
    private static Span find(String text, String words, int from) {
        char first = plain(words.charAt(0));
        for (int i = from; i + words.length() <= text.length(); i++) {
            if (plain(text.charAt(i)) == first && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                    && matches(text, i, words) && (i + words.length() == text.length()
                            || !Character.isLetterOrDigit(text.charAt(i + words.length())))) {
                return new Span(i, i + words.length());
            }
        }
        return null;
    }

    private static boolean matches(String text, int at, String words) {
        for (int i = 0; i < words.length(); i++) {
            char a = plain(text.charAt(at + i));
            if (a != plain(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char plain(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : c == '’' ? '\'' : Character.toLowerCase(c);
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        Numbers with = Numbers.between(arguments.get(ContainsPhrase.NOT_NEGATED) ? 2 : 1, 2);
        return ofTurn(ref, learner, Meaning.of(
                Quantity.number("words " + arguments.get(Slots.TEXT).toLowerCase(Locale.ROOT), about(ref, learner), 0,
                        2),
                arguments.get(CONTAINS) ? with : with.not()));
    }
}
