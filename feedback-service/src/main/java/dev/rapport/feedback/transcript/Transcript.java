package dev.rapport.feedback.transcript;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words of a talk.
 *
 * @param lines in the order they were said, without the partner's name
 */
public record Transcript(List<Line> lines) {

    public Transcript {
        lines = List.copyOf(lines);
    }

    /**
     * A turn.
     *
     * @param turn its number in the talk, from 1
     * @param mine whether the learner spoke
     * @param text null where the words are nobody's business and were not kept
     * @param startMillis since the start of the talk; null without times
     */
    public record Line(@Schema(examples = "12") int turn, boolean mine, @Schema(nullable = true) String text,
            @Schema(nullable = true) Long startMillis) {
    }
}
