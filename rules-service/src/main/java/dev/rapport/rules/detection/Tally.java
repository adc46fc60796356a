package dev.rapport.rules.detection;

/**
 * How often an act was seen where people saw it.
 *
 * @param right people and we said so
 * @param wrong only we did
 * @param missed only people did
 * @param lines that people labelled
 */
record Tally(int right, int wrong, int missed, int lines) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(boolean people, boolean we) {
        return new Tally(people && we ? 1 : 0, we && !people ? 1 : 0, people && !we ? 1 : 0, 1);
    }

    Tally plus(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, missed + other.missed, lines + other.lines);
    }

    /** How many lines people say it of. */
    int positives() {
        return right + missed;
    }

    /** 0 where we never said so. */
    double precision() {
        return right + wrong == 0 ? 0 : right / (double) (right + wrong);
    }

    /** Not a number where people never said so. */
    double recall() {
        return right / (double) positives();
    }

    /** Harmonic mean of both; not a number where nobody said so. */
    double f1() {
        return 2.0 * right / (2.0 * right + wrong + missed);
    }
}
