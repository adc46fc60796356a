package dev.rapport.rules.figures;

/**
 * How often learners say that a rule is right, with its uncertainty.
 *
 * @param right learners who called it helpful
 * @param votes those and the ones they called not right; what was done on purpose is neither
 */
public record Precision(long right, long votes) {

    /** Of the normal distribution: 95 % lie within so many standard deviations. */
    private static final double Z = 1.959964;

    public Precision {
        if (right < 0 || votes < right) {
            throw new IllegalArgumentException(right + " of " + votes);
        }
    }

    /** Lower end of the 95 % interval by Wilson (1927), which holds for few votes too; 0 without any. */
    public double low() {
        return votes == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper end of it; 1 without any votes. */
    public double high() {
        return votes == 0 ? 1 : Math.min(1, centre() + half());
    }

    /** Whether it is below {@code floor} beyond what chance explains. */
    public boolean isBelow(double floor, long enoughVotes) {
        return votes >= enoughVotes && high() < floor;
    }

    private double centre() {
        return ((double) right / votes + Z * Z / (2 * votes)) / (1 + Z * Z / votes);
    }

    private double half() {
        double share = (double) right / votes;
        return Z * Math.sqrt(share * (1 - share) / votes + Z * Z / (4.0 * votes * votes)) / (1 + Z * Z / votes);
    }

    /** For a person, e.g. {@code 3 of 20 called it helpful, so at most 36 % are right}. */
    public String inWords() {
        return right + " of " + votes + " called it helpful, so at most " + Math.round(high() * 100) + " % are right";
    }
}
