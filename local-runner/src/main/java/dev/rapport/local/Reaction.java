package dev.rapport.local;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an invented learner says to a point of a message.
 *
 * @param point {@code strength} or {@code growth}
 * @param word as feedback-service takes it
 */
record Reaction(String message, String point, String word) {

    /** Half of all points are read without a word. */
    private static final double SAYS_SOMETHING = 0.5;

    static List<Reaction> to(JsonNode message, RandomGenerator random) {
        var reactions = new ArrayList<Reaction>();
        for (var point : List.of("strength", "growth")) {
            // drawn in any case, so that one point does not change what is said to the next
            boolean speaks = random.nextDouble() < SAYS_SOMETHING;
            var word = word(point.equals("growth"), random.nextDouble());
            if (speaks && message.hasNonNull(point)) {
                reactions.add(new Reaction(message.path("id").asText(), point, word));
            }
        }
        return reactions;
    }

    private static String word(boolean growth, double drawn) {
        if (!growth) {
            return drawn < 0.92 ? "HELPFUL" : drawn < 0.96 ? "DELIBERATE" : "NOT_RIGHT";
        }
        return drawn < 0.72 ? "HELPFUL" : drawn < 0.88 ? "DELIBERATE" : drawn < 0.985 ? "NOT_RIGHT" : "STOP";
    }
}
