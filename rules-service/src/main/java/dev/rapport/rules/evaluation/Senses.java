package dev.rapport.rules.evaluation;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Hit;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;
import dev.rapport.rules.vocabulary.Likeness;
import dev.rapport.rules.vocabulary.PhraseHit;

/**
 * Finds the phrases of one rulebook in turns. What was found in a turn is remembered for as long as the turn itself is: a
 * rule that looks back over a talk must not search every turn again at every turn. Safe for threads.
 */
final class Senses {

    /** A turn of more sentences is compared by its first ones. */
    private static final int SENTENCES_COMPARED = 12;

    /** The same signals in memory, not signals that are equal: comparing those would cost more than finding again. */
    private static final class Remembered extends WeakReference<TextSignals> {
        private final int hash;

        Remembered(TextSignals signals, ReferenceQueue<TextSignals> forgotten) {
            super(signals, forgotten);
            this.hash = System.identityHashCode(signals);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Remembered that && get() != null && get() == that.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Found {
        private final Map<String, List<PhraseHit>> hits;
        private final Map<String, Likeness> likenesses = new ConcurrentHashMap<>();

        Found(Map<String, List<PhraseHit>> hits) {
            this.hits = hits;
        }
    }

    private final Map<String, List<String>> phrases;
    private final PhraseLists lists;
    private final Similarity similarity = new Similarity();
    private final Map<Remembered, Found> memory = new ConcurrentHashMap<>();
    private final ReferenceQueue<TextSignals> forgotten = new ReferenceQueue<>();

    Senses(Map<String, List<String>> phrases) {
        this.phrases = phrases;
        this.lists = new PhraseLists(phrases);
    }

    List<PhraseHit> hits(SeenTurn turn, String list) {
        return found(turn.signals()).hits.getOrDefault(list, List.of());
    }

    Likeness likeness(SeenTurn turn, String list) {
        return found(turn.signals()).likenesses.computeIfAbsent(list, l -> compare(turn, l));
    }

    private Found found(TextSignals signals) {
        for (var gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            memory.remove(gone);
        }
        Found known = memory.get(new Remembered(signals, null));
        return known != null
                ? known
                : memory.computeIfAbsent(new Remembered(signals, forgotten), key -> new Found(find(signals)));
    }

    private Map<String, List<PhraseHit>> find(TextSignals signals) {
        Map<String, List<PhraseHit>> hits = new HashMap<>();
        for (Hit hit : lists.find(signals)) {
            hits.computeIfAbsent(hit.list(), l -> new ArrayList<>()).add(new PhraseHit(hit.phrase(), hit.span()));
        }
        return hits;
    }

    private Likeness compare(SeenTurn turn, String list) {
        Likeness nearest = new Likeness("", 0, null);
        List<Token> tokens = turn.signals().tokens();
        String text = turn.turn().text();
        for (var sentence : turn.signals().sentences().stream().limit(SENTENCES_COMPARED).toList()) {
            Span span = new Span(tokens.get(sentence.first()).from(), tokens.get(sentence.end() - 1).to());
            for (String phrase : phrases.getOrDefault(list, List.of())) {
                int percent = (int) Math.floor(similarity.between(text.substring(span.from(), span.to()), phrase) * 100
                        + 1e-6);
                if (percent > nearest.percent()) {
                    nearest = new Likeness(phrase, percent, span);
                }
            }
        }
        return nearest;
    }
}
