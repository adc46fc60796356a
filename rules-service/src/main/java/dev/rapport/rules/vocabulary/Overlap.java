package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.Token;

/** What a turn takes up from the last turn of a side before it. */
final class Overlap {

    private Overlap() {
    }

    /** The last turn of that side before {@code turn}. */
    static Optional<SeenTurn> before(Ref side, SeenTurn turn, View view) {
        List<SeenTurn> turns = view.moment().turns();
        int at = turns.size() - 1;
        while (at >= 0 && turns.get(at) != turn) {
            view.work(1);
            at--;
        }
        boolean learner = turn.turn().role() == Role.LEARNER;
        if (side == Ref.OTHER_SIDES_LAST || side == Ref.PARTNERS_LAST && learner) {
            return view.moment().otherSidesLastBefore(at);
        }
        Role role = side == Ref.LEARNERS_LAST ? Role.LEARNER : Role.PARTNER;
        for (int i = at - 1; i >= 0; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == role) {
                return Optional.of(turns.get(i));
            }
        }
        return Optional.empty();
    }

    /** Sorted lemmas of content words that both say. */
    static List<String> shared(SeenTurn turn, SeenTurn other, View view) {
        view.work(1 + turn.signals().contentLemmas().size());
        List<String> shared = new ArrayList<>();
        for (String lemma : turn.signals().contentLemmas()) {
            if (other.signals().contentLemmas().contains(lemma)) {
                shared.add(lemma);
            }
        }
        shared.sort(null);
        return shared;
    }

    /** Where the first of the lemmas stands; null if none does. */
    static Span first(SeenTurn turn, List<String> lemmas) {
        for (Token token : turn.signals().tokens()) {
            if (lemmas.contains(token.lemma())) {
                return new Span(token.from(), token.to());
            }
        }
        return null;
    }

    /** The words as the turn says them: a lemma is for machines. */
    static String listed(SeenTurn turn, List<String> lemmas) {
        List<String> words = turn.signals().tokens().stream().filter(token -> lemmas.contains(token.lemma()))
                .map(token -> token.text().toLowerCase(Locale.ROOT)).distinct().limit(5).toList();
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }
}
