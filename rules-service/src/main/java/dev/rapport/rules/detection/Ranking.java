package dev.rapport.rules.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How well numbers put things in order. */
final class Ranking {

    /** What we say of something, and what people say of it. */
    record Pair(double ours, double peoples) {
    }

    private Ranking() {
    }

    /** Spearman's rank correlation, ties sharing their mean rank; 0 where either side says the same of all. */
    static double spearman(List<Pair> pairs) {
        return pearson(ranks(pairs.stream().mapToDouble(Pair::ours).toArray()),
                ranks(pairs.stream().mapToDouble(Pair::peoples).toArray()));
    }

    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b])).mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length;) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int k = from; k <= to; k++) {
                ranks[order[k]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double together = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        double spread = Math.sqrt(squaresA * squaresB);
        return spread == 0 ? 0 : together / spread;
    }

    /** How often one of {@code high} is above one of {@code low}, a tie counting half; not a number without both. */
    static double auc(List<Double> high, List<Double> low) {
        double above = 0;
        for (double h : high) {
            for (double l : low) {
                above += h > l ? 1 : h == l ? 0.5 : 0;
            }
        }
        return above / (high.size() * (double) low.size());
    }
}
