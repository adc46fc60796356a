package dev.rapport.feedback.team;

import java.util.Collection;
import java.util.Optional;

import dev.rapport.feedback.team.Share.Bound;

/**
 * What of a group may be told so that nothing is told of anybody in it. A figure is the mean of one value for each person, 0
 * to 1, of at least {@link #LEAST} people. It is rounded to five points, and near either end only told as "so much or less"
 * or "or more": wide enough that one person's value may be 0 as well as 1 whatever is told. "Nobody does" would be a word
 * about each of them.
 *
 * That holds for one figure of a group by itself. Two figures of groups that differ by one person can still be subtracted,
 * so no value may ever enter two figures: see {@link Membership} and {@link ToldFigures}.
 */
final class Discretion {

    /** The smallest group, of those who show something and, by the open ends, of those who do not. */
    static final int LEAST = 5;
    /** What is told is rounded to multiples of this, in percent and in people. */
    static final int STEP = 5;

    private Discretion() {
    }

    /**
     * @param values one for each person, 0 to 1
     * @return empty for a group that is too small
     */
    static Optional<Share> share(Collection<Double> values) {
        int people = values.size();
        if (people < LEAST) {
            return Optional.empty();
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        int percent = (int) Math.round(mean * 100 / STEP) * STEP;
        int end = end(people);
        return Optional.of(percent <= end
                ? new Share(end, Bound.OR_LESS)
                : percent >= 100 - end ? new Share(100 - end, Bound.OR_MORE) : new Share(percent, Bound.ABOUT));
    }

    /** The lowest share that is told, in percent: what one person of the group is worth, or more. */
    private static int end(int people) {
        int worth = (int) Math.ceil(100.0 / atLeast(people));
        return (worth + STEP - 1) / STEP * STEP;
    }

    /** A number of people or messages, as it is told: there are at least so many. */
    static int atLeast(int number) {
        return number / STEP * STEP;
    }
}
