package dev.rapport.coaching.experiment;

import java.util.List;

/**
 * What messages about one behaviour changed: the change where the learner was told of it, less the change where chance left
 * it out. What both have in common, such as that a message is due after a talk worse than usual, falls out of the difference.
 */
public sealed interface Effect {

    /** The least number of pairs of each kind. Welch's interval of changes in shares holds its 95 % from there on. */
    int LEAST = 20;
    /** What is left of sums of equal figures by rounding. */
    double NOTHING = 1e-12;

    /**
     * Too few to say. No interval is shown for a few: it would be read all the same.
     *
     * @param withMessage pairs that have a later talk, {@code heldOut} likewise
     */
    record TooEarly(int withMessage, int heldOut) implements Effect {
    }

    /**
     * Figures from -1 to 1; above 0 it went well more often.
     *
     * @param changeWith mean change of pairs with a message, {@code changeWithout} of those without
     * @param low and {@code high}: ends of the 95 % interval of {@code difference}
     * @param lostWith pairs with a message that had no later talk, {@code lostWithout} likewise: where they differ much, what
     * is left can no longer be compared
     */
    record Told(int withMessage, int heldOut, double changeWith, double changeWithout, double difference, double low,
            double high, int lostWith, int lostWithout) implements Effect {
    }

    /**
     * Welch's t interval over the changes of the pairs. The talks of one pair hang together and are one figure here; pairs of
     * one behaviour are of different learners. A bootstrap would need a seed to give the same figure twice, and its
     * percentiles are too narrow for twenty pairs.
     *
     * @param pairs of one behaviour
     */
    static Effect of(List<Pair> pairs) {
        double[] with = changes(pairs, Arm.MESSAGE);
        double[] without = changes(pairs, Arm.HELD_OUT);
        double errorWith = variance(with) / with.length;
        double errorWithout = variance(without) / without.length;
        // where nothing varies at all, an interval of no width would be a claim to know for certain
        if (with.length < LEAST || without.length < LEAST || errorWith + errorWithout < NOTHING) {
            return new TooEarly(with.length, without.length);
        }
        double difference = mean(with) - mean(without);
        double error = errorWith + errorWithout;
        double freedom = error * error / (errorWith * errorWith / (with.length - 1)
                + errorWithout * errorWithout / (without.length - 1));
        double reach = StudentT.reach(freedom) * Math.sqrt(error);
        return new Told(with.length, without.length, mean(with), mean(without), difference, difference - reach,
                difference + reach, lost(pairs, Arm.MESSAGE), lost(pairs, Arm.HELD_OUT));
    }

    private static double[] changes(List<Pair> pairs, Arm arm) {
        return pairs.stream().filter(pair -> pair.arm() == arm).flatMapToDouble(pair -> pair.change().stream())
                .toArray();
    }

    private static int lost(List<Pair> pairs, Arm arm) {
        return (int) pairs.stream().filter(pair -> pair.arm() == arm && pair.later() == null).count();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
