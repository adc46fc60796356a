package dev.rapport.feedback.team;

/** What somebody who was told something knows of a number: that it lies in here. */
record Range(double low, double high) {

    /** One person's value of which nothing is known. */
    static final Range ONE = new Range(0, 1);
    private static final double HALF_STEP = Discretion.STEP / 200.0;

    static Range upTo(int people) {
        return new Range(0, people);
    }

    /** What is known of the sum of a group's values from the share that was told of it. */
    static Range of(Share told, int people) {
        double share = told.percent() / 100.0;
        double low = told.bound() == Share.Bound.OR_LESS ? 0 : share - HALF_STEP;
        double high = told.bound() == Share.Bound.OR_MORE ? 1 : share + HALF_STEP;
        return new Range(people * Math.max(0, low), people * Math.min(1, high));
    }

    Range less(Range other) {
        return new Range(low - other.high, high - other.low);
    }

    Range plus(Range other) {
        return new Range(low + other.low, high + other.high);
    }

    Range within(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }

    double width() {
        return high - low;
    }
}
