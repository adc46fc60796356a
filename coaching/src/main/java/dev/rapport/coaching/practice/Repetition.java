package dev.rapport.coaching.practice;

import java.time.Duration;

/**
 * How well a learner knows a line, by SM-2 (P. A. Woźniak, 1987, "SuperMemo 2", public domain): a line that goes well comes
 * back after one day, six days and then ever later; one that does not comes back the next day.
 *
 * @param inARow times it went well, one after another
 * @param ease by how much the next interval grows, at least {@link #LEAST_EASE}
 * @param days until it comes back
 */
public record Repetition(int inARow, double ease, int days) {

    /** A line that was never tried: it is due at once. */
    public static final Repetition NEW = new Repetition(0, 2.5, 0);

    static final double LEAST_EASE = 1.3;
    /** Skills erode without three to four follow-ups in six months, so no line rests for longer than a quarter. */
    static final int LONGEST = 90;
    private static final int FIRST = 1;
    private static final int SECOND = 6;

    /** How an attempt went: the quality of SM-2, of which we can tell four of six apart. */
    public enum Grade {
        /** The behaviour is there again. */
        AGAIN(1),
        /** It is not there, and nothing is in its place. */
        HARD(3),
        /** It went well, not at the first attempt. */
        GOOD(4),
        /** It went well at once. */
        EASY(5);

        private final int quality;

        Grade(int quality) {
            this.quality = quality;
        }
    }

    /** What is known of the line after an attempt. */
    public Repetition after(Grade grade) {
        if (grade == Grade.AGAIN) {
            // SM-2 begins the row anew and leaves the ease as it is
            return new Repetition(0, ease, FIRST);
        }
        int missing = 5 - grade.quality;
        double easier = Math.max(LEAST_EASE, ease + 0.1 - missing * (0.08 + missing * 0.02));
        int next = inARow == 0 ? FIRST : inARow == 1 ? SECOND : (int) Math.ceil(days * ease);
        return new Repetition(inARow + 1, easier, Math.min(LONGEST, next));
    }

    public Duration rest() {
        return Duration.ofDays(days);
    }
}
