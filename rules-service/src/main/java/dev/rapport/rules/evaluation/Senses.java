package dev.rapport.rules.evaluation;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.learned.LearnedSignals;
import dev.rapport.rules.learned.Listening;
import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Hit;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;
import dev.rapport.rules.signals.WordForms;
import dev.rapport.rules.vocabulary.Likeness;
import dev.rapport.rules.vocabulary.PhraseHit;
import dev.rapport.rules.vocabulary.Resemblance;
import dev.rapport.rules.vocabulary.Sayings;

/**
 * Finds the phrases of one rulebook in turns. What was found in a turn is remembered for as long as the turn itself is: a
 * rule that looks back over a talk must not search every turn again at every turn. Safe for threads.
 */
final class Senses {

    /** A turn of more sentences is compared by its first ones. */
    private static final int SENTENCES_COMPARED = 12;
    /** A longer sentence is compared by its beginning: the model takes the longer the more it reads. */
    private static final int CHARACTERS_COMPARED = 300;

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

    /** How much a turn sounds like a kind, if at least so many percent. */
    private record Asked(String kind, int least) {
    }

    private static final class Found {
        private final Map<String, List<PhraseHit>> hits;
        private final Map<String, Resemblance> resemblances = new ConcurrentHashMap<>();
        private final Map<Asked, Heard> heard = new ConcurrentHashMap<>();
        /** Null until a rule asks. It must not hold the signals, or they would never be forgotten. */
        private volatile Listening listening;
        private final AtomicBoolean embedded = new AtomicBoolean();

        Found(Map<String, List<PhraseHit>> hits) {
            this.hits = hits;
        }
    }

    private final PhraseLists lists;
    private final LearnedSignals learned;
    private static final Similarity SIMILARITY = Similarity.ofAll();

    /** The lines of a list that rules compare by meaning, made ready once: no turn waits for them. */
    private static final class Compared {
        private final Sayings sayings;
        private final List<float[]> examples;
        private final List<float[]> counterExamples;
        private final Tuning tuning;

        Compared(String list, Sayings sayings) {
            this.sayings = sayings;
            this.examples = sayings.examples().stream().map(SIMILARITY::embedding).toList();
            this.counterExamples = sayings.counterExamples().stream().map(SIMILARITY::embedding).toList();
            Map<String, float[]> embeddings = new HashMap<>();
            for (int i = 0; i < examples.size(); i++) {
                embeddings.put(sayings.examples().get(i), examples.get(i));
            }
            for (int i = 0; i < counterExamples.size(); i++) {
                embeddings.put(sayings.counterExamples().get(i), counterExamples.get(i));
            }
            this.tuning = Tuning.of(list, sayings,
                    (one, other) -> percent(embeddings.get(one), embeddings.get(other)));
        }
    }

    private final Map<String, Compared> compared = new HashMap<>();
    private final Map<Remembered, Found> memory = new ConcurrentHashMap<>();
    private final ReferenceQueue<TextSignals> forgotten = new ReferenceQueue<>();
    private final LongAdder turnsCompared = new LongAdder();

    /**
     * @param forms how words of the language are compared
     * @param byMeaning names of the lists that rules compare by meaning
     * @param listening whether a rule asks what learned heads hear
     */
    Senses(Map<String, List<String>> phrases, WordForms forms, Set<String> byMeaning, LearnedSignals learned,
            boolean listening) {
        this.learned = learned;
        if (listening) {
            // loads the weights and the sentence model: half a second that no turn shall pay
            SIMILARITY.embedding(String.join(" ", LearnedSignals.names()));
        }
        Map<String, List<String>> said = new HashMap<>();
        phrases.forEach((list, lines) -> said.put(list, Sayings.of(lines).examples()));
        this.lists = new PhraseLists(said, forms);
        byMeaning.forEach(list -> compared.put(list, new Compared(list, Sayings.of(phrases.get(list)))));
    }

    /** @throws java.util.NoSuchElementException if no rule compares it by meaning */
    Tuning tuning(String list) {
        return Optional.ofNullable(compared.get(list)).orElseThrow().tuning;
    }

    List<PhraseHit> hits(SeenTurn turn, String list) {
        return found(turn.signals()).hits.getOrDefault(list, List.of());
    }

    /** @param hurry asked before each sentence is embedded; throws when there is no time left */
    Resemblance resemblance(SeenTurn turn, String list, Runnable hurry) {
        Found found = found(turn.signals());
        Map<String, Resemblance> known = found.resemblances;
        Resemblance resemblance = known.get(list);
        if (resemblance == null) {
            embedding(found);
            resemblance = compare(turn, compared.get(list), hurry);
            known.put(list, resemblance);
        }
        return resemblance;
    }

    /** @param hurry asked before each sentence is embedded; throws when there is no time left */
    Heard heard(SeenTurn turn, String kind, int least, Runnable hurry) {
        Found found = found(turn.signals());
        Asked asked = new Asked(kind, least);
        Heard heard = found.heard.get(asked);
        if (heard == null) {
            if (found.listening == null) {
                found.listening = learned.listen(turn.signals());
            }
            heard = found.listening.heard(kind, least, text -> {
                hurry.run();
                embedding(found);
                return SIMILARITY.embedding(text);
            });
            found.heard.put(asked, heard);
        }
        return heard;
    }

    private void embedding(Found found) {
        if (!found.embedded.getAndSet(true)) {
            turnsCompared.increment();
        }
    }

    /** Of how many turns a sentence was embedded, to be compared or listened to. */
    long turnsCompared() {
        return turnsCompared.sum();
    }

    /** How much of a turn is compared by meaning. */
    static int charactersCompared(SeenTurn turn) {
        return Math.min(turn.turn().text().length(), SENTENCES_COMPARED * CHARACTERS_COMPARED);
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

    /** The sentence nearest to an example; among sentences that are as near, one that no counter-example is nearer to. */
    private static Resemblance compare(SeenTurn turn, Compared with, Runnable hurry) {
        Likeness nothing = new Likeness("", 0, null);
        Resemblance best = new Resemblance(nothing, nothing, with.tuning.threshold());
        List<Token> tokens = turn.signals().tokens();
        String text = turn.turn().text();
        for (var sentence : turn.signals().sentences().stream().limit(SENTENCES_COMPARED).toList()) {
            Span span = new Span(tokens.get(sentence.first()).from(), tokens.get(sentence.end() - 1).to());
            String words = text.substring(span.from(), Math.min(span.to(), span.from() + CHARACTERS_COMPARED));
            if (words.isBlank()) {
                continue;
            }
            hurry.run();
            float[] said = SIMILARITY.embedding(words);
            Resemblance each = new Resemblance(nearest(said, with.examples, with.sayings.examples(), span),
                    nearest(said, with.counterExamples, with.sayings.counterExamples(), span),
                    with.tuning.threshold());
            if (each.holds() && !best.holds()
                    || each.holds() == best.holds() && each.nearest().percent() > best.nearest().percent()) {
                best = each;
            }
        }
        return best;
    }

    private static Likeness nearest(float[] said, List<float[]> embeddings, List<String> lines, Span span) {
        Likeness nearest = new Likeness("", 0, null);
        for (int i = 0; i < embeddings.size(); i++) {
            int percent = percent(said, embeddings.get(i));
            if (percent > nearest.percent()) {
                nearest = new Likeness(lines.get(i), percent, span);
            }
        }
        return nearest;
    }

    private static int percent(float[] a, float[] b) {
        return (int) Math.floor(Similarity.between(a, b) * 100 + 1e-6);
    }
}
