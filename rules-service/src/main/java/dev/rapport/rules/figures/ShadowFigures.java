package dev.rapport.rules.figures;

import java.util.Map;

/**
 * What a version saw while it was in the shadow.
 *
 * @param talks that it was tried on
 * @param hits by rule, in how many turns of them
 * @param talksWithHits by rule
 */
public record ShadowFigures(long talks, Map<String, Long> hits, Map<String, Long> talksWithHits) {
}
