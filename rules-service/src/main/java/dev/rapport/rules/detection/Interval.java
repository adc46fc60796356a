package dev.rapport.rules.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Where a figure lies in 95 of 100 samples like this one: percentile bootstrap over whole conversations, because turns of
 * one conversation are alike (Efron and Tibshirani 1993). The same conversations in the same order give the same interval.
 */
record Interval(double from, double to) {

    static final int RESAMPLES = 1_000;
    private static final long SEED = 20_260_501L;
    private static final double OUTSIDE = 0.025;

    /**
     * @param figure of some conversations, some of them more than once; a resample of which it is not a number is left out
     */
    static <T> Interval of(List<T> conversations, ToDoubleFunction<List<T>> figure) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        List<T> resample = new ArrayList<>(conversations);
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < resample.size(); k++) {
                resample.set(k, conversations.get(random.nextInt(conversations.size())));
            }
            figures[i] = figure.applyAsDouble(resample);
        }
        double[] sorted = Arrays.stream(figures).filter(each -> !Double.isNaN(each)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int outside = (int) Math.floor(sorted.length * OUTSIDE);
        return new Interval(sorted[outside], sorted[sorted.length - 1 - outside]);
    }
}
