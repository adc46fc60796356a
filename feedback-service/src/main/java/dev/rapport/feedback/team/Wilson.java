package dev.rapport.feedback.team;

/**
 * Where a share may truly lie, in whole percent.
 *
 * @param low and {@code high}: ends of a 95 % interval
 */
public record Wilson(int low, int high) {

    private static final double Z = 1.959963984540054;
    /** What rounding may have taken off or put on. */
    private static final double ROUNDED = Discretion.STEP / 200.0;

    /**
     * Wilson's interval of what is told, not of what was counted: from an exact one the count could be worked out. Never
     * narrower than the exact one.
     *
     * @param people rounded down
     */
    static Wilson of(Share share, int people) {
        double p = share.percent() / 100.0;
        double low = share.bound() == Share.Bound.OR_LESS ? 0 : Math.max(0, p - ROUNDED);
        double high = share.bound() == Share.Bound.OR_MORE ? 1 : Math.min(1, p + ROUNDED);
        return new Wilson((int) Math.floor(100 * end(low, people, -1) + 1e-9),
                (int) Math.ceil(100 * end(high, people, 1) - 1e-9));
    }

    /** @param side -1 for the lower end, 1 for the upper */
    static double end(double p, int n, int side) {
        double centre = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return (centre + side * reach) / (1 + Z * Z / n);
    }
}
