package dev.rapport.feedback.practice;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line worth saying again.
 *
 * @param behaviour name of what is practised
 * @param partner what the partner said before it; null where that is not kept
 * @param said what the learner said
 * @param at from when on it is due; in the past if it is
 * @param inARow times it went well, one after another; 0 also for a line that was never tried
 */
public record Due(@Schema(examples = "m-6f1c") String message, String behaviour,
        @Schema(nullable = true) String partner, String said, Instant at, int inARow) {
}
