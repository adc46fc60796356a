package dev.rapport.feedback.practice;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.events.LineJudged.Verdict;

/**
 * A line that was said again.
 *
 * @param verdict what the rules say of it; null until they have answered
 * @param kinds what the line is, in the words of the rulebook
 * @param shows behaviours to keep that are seen in it
 * @param because why the rule still sees what it saw, or why it cannot tell
 * @param otherwise what would have changed that; null unless the rule still sees it
 * @param rulebookVersion what it was judged by; null until then
 */
public record Attempt(@Schema(examples = "p-1f6c") String id, @Schema(examples = "m-6f1c") String message,
        @Schema(examples = "What was that like for you?") String line, Instant at,
        @Schema(nullable = true) Verdict verdict,
        List<String> kinds, List<String> shows, List<String> because, @Schema(nullable = true) String otherwise,
        @Schema(nullable = true) String rulebookVersion) {

    public Attempt {
        kinds = List.copyOf(kinds);
        shows = List.copyOf(shows);
        because = List.copyOf(because);
    }

    public boolean wasJudged() {
        return verdict != null;
    }
}
