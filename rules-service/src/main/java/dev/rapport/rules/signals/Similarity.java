package dev.rapport.rules.signals;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * How alike two texts are in meaning: cosine of their MiniLM sentence embeddings (all-MiniLM-L6-v2, quantised, inside
 * the jar). Costs milliseconds for a text not seen lately, so ask only where a rule needs it.
 */
public final class Similarity {

    /** An embedding is 384 floats: the cache holds at most about 8 MB. */
    private static final int REMEMBERED = 4_096;
    /** The model reads 256 word pieces; characters beyond this cannot count and would only cost time. */
    private static final int READ_AT_MOST = 2_000;

    /** Loading takes half a second and 60 MB: paid by the first rule that asks, never by a house without such a rule. */
    private static final class Loaded {
        static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    }

    private final Map<String, float[]> lately = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final Similarity OF_ALL = new Similarity();

    /**
     * The one that remembers for the whole process: a rulebook that differs in a word from the last must not embed every
     * sentence anew, nor the archive those that were just judged.
     */
    public static Similarity ofAll() {
        return OF_ALL;
    }

    /** From 0 (nothing in common) to 1 (same meaning); 0 when either text is blank. */
    public double between(String a, String b) {
        if (a.isBlank() || b.isBlank()) {
            return 0;
        }
        return between(embedding(a), embedding(b));
    }

    /** From 0 to 1, of texts whose {@link #embedding} is at hand. */
    public static double between(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return Math.max(0, Math.min(1, dot));
    }

    /** What {@link #between(float[], float[])} compares; of a text that is not blank. */
    public float[] embedding(String text) {
        String key = text.length() > READ_AT_MOST ? text.substring(0, READ_AT_MOST) : text;
        synchronized (lately) {
            float[] known = lately.get(key);
            if (known != null) {
                return known;
            }
        }
        // outside the lock: two threads may embed the same text once each, none waits for the other
        float[] made = unitLength(Loaded.MODEL.embed(key).content().vector());
        synchronized (lately) {
            lately.put(key, made);
        }
        return made;
    }

    private static float[] unitLength(float[] vector) {
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        float length = (float) Math.sqrt(squares);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}
