package dev.rapport.rules.detection;

import java.util.Collection;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * Puts conversations in order, for measuring only: it never reaches a person. Who reflects more, asks fewer closed
 * questions, advises less and speaks shorter comes higher: what tells good from poor counselling in AnnoMI (Wu et al.
 * 2022) and counts as adherent in the MITI 4 code of motivational interviewing.
 */
final class RapportOrder {

    /** Advice is rare, and what tells most; to calibrate. */
    private static final double ADVICE = 4;
    /** Of the logarithm of the words in a turn: twice as long is as bad at any length; to calibrate. */
    private static final double LENGTH = 0.25;
    /** Spreads the sums, about -2 to 0, over 0 to 1. */
    private static final double SPREAD = 2;
    private static final double MIDDLE = -1;

    private RapportOrder() {
    }

    /**
     * @param speakers those who are judged. Where it is not known who is the learner it is taken to be the one who listens,
     *        i.e. who asks and reflects most often
     * @return from 0 to 1; empty where nobody spoke to anybody
     */
    static OptionalDouble of(Collection<Counts> speakers) {
        return speakers.stream().filter(each -> each.turns() > 0 && each.othersTurns() > 0)
                .max(Comparator.comparingDouble(each -> each.share(each.questions() + each.reflections())))
                .map(listener -> OptionalDouble.of(of(listener))).orElse(OptionalDouble.empty());
    }

    private static double of(Counts listener) {
        double sum = listener.share(listener.reflections()) - listener.share(listener.closedQuestions())
                - ADVICE * listener.share(listener.advice()) - LENGTH * Math.log1p(listener.share(listener.words()));
        return 1 / (1 + Math.exp(-SPREAD * (sum - MIDDLE)));
    }
}
