package dev.rapport.rules.learned;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;

/**
 * A turn as heads listen to it, made ready once for all that rules ask of it. It holds on to none of the turn's signals.
 * Safe for threads.
 */
public final class Listening {

    /** What heads of a deaf listener hear. */
    private static final Listening DEAF = new Listening(Map.of(), List.of());

    /** @param features what a head weighs of its words */
    private record Piece(String text, Span span, List<String> features) {
    }

    /** By name, where heads listened before. */
    private final Map<String, Heard> known;
    private final List<Piece> pieces;

    private Listening(Map<String, Heard> known, List<Piece> pieces) {
        this.known = known;
        this.pieces = pieces;
    }

    static Listening to(TextSignals signals) {
        Map<String, Heard> known = signals.heard();
        return new Listening(known, known.keySet().containsAll(LearnedSignals.names())
                ? List.of()
                : Unit.of(signals).stream().map(unit -> new Piece(unit.text(), unit.span(), unit.features())).toList());
    }

    static Listening deaf() {
        return DEAF;
    }

    /**
     * The piece of the turn that sounds most like the head's kind.
     *
     * @param least percent from which on it matters, {@link LearnedSignals#LEAST_PERCENT} or more
     * @param embedding of a text, unit length; asked only for pieces whose words leave a doubt
     * @return 0 % where no piece reaches {@code least}
     * @throws java.util.NoSuchElementException if there is no such head
     */
    public Heard heard(String name, int least, Function<String, float[]> embedding) {
        Head head = LearnedSignals.head(name);
        Heard before = known.get(name);
        if (before != null) {
            return before.percent() < least ? Heard.NOTHING : before;
        }
        double atLeast = Math.log(least / (100.0 - least));
        Heard most = Heard.NOTHING;
        for (Piece piece : pieces) {
            double words = head.ofWords(piece.features);
            if (words + head.reach() < atLeast) {
                continue;
            }
            int percent = Head.percent(words + head.ofEmbedding(embedding.apply(piece.text)));
            if (percent >= least && percent > most.percent()) {
                most = new Heard(percent, piece.span);
            }
        }
        return most;
    }
}
