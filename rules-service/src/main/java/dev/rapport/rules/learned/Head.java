package dev.rapport.rules.learned;

import java.util.List;
import java.util.Map;

/**
 * A linear head: the sum of what its features and the sentence's embedding weigh, as a share by the logistic function.
 *
 * @param bias moved so that one half is where, on talks held out from training, precision and recall are best balanced
 * @param reach the most an embedding may add; one in a hundred would add more
 * @param features weight of each word, pair and so on; those not named weigh nothing
 * @param embedding weights of the 384 numbers of the sentence's MiniLM embedding
 */
record Head(String name, double bias, double reach, Map<String, Float> features, float[] embedding) {

    /** What words alone add up to. */
    double ofWords(List<String> unitsFeatures) {
        double sum = bias;
        for (String feature : unitsFeatures) {
            Float weight = features.get(feature);
            sum += weight == null ? 0 : weight;
        }
        return sum;
    }

    /** At most {@link #reach}, so that words alone tell where it can change nothing. */
    double ofEmbedding(float[] of) {
        double sum = 0;
        for (int i = 0; i < embedding.length; i++) {
            sum += embedding[i] * of[i];
        }
        return Math.min(reach, sum);
    }

    /** From 0 to 100. */
    static int percent(double sum) {
        return (int) Math.floor(100 / (1 + Math.exp(-sum)));
    }
}
