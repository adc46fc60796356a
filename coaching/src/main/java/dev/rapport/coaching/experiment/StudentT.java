package dev.rapport.coaching.experiment;

/** How many standard errors a 95 % interval reaches to either side. */
final class StudentT {

    private static final double NORMAL = 1.959963984540054;

    private StudentT() {
    }

    /**
     * The expansion of Abramowitz and Stegun 26.7.5; at 19 degrees of freedom, the fewest there are here, right to the fourth
     * place.
     *
     * @param freedom degrees of freedom, not necessarily whole
     */
    static double reach(double freedom) {
        double x = NORMAL;
        double x3 = x * x * x;
        double x5 = x3 * x * x;
        double x7 = x5 * x * x;
        return x + (x3 + x) / (4 * freedom) + (5 * x5 + 16 * x3 + 3 * x) / (96 * freedom * freedom)
                + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * freedom * freedom * freedom);
    }
}
