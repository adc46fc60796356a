package dev.rapport.feedback.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.composition.Point;

/**
 * A message as it is served.
 *
 * @param strength null if none was found
 * @param growth null if there is none
 * @param coverage one sentence on what could be judged; null where nothing could
 * @param text the whole message in lines of a terminal
 */
public record CoachingMessage(@Schema(examples = "m-6f1c9e0b7a2d4c58") String id,
        @Schema(examples = "local") String tenant, @Schema(examples = "mara-lind") String learner,
        @Schema(examples = "talk-1") String conversation, Kind kind, Instant composedAt, String opening, Point strength,
        Point growth, String closing, @Schema(examples = "[\"B01\", \"B20\"]") List<String> judged,
        @Schema(examples = "{\"B30\": \"no times in this transcript\"}") Map<String, String> notJudged,
        String coverage, String text) {

    static CoachingMessage of(String id, String tenant, String learner, String conversation, Instant composedAt,
            Coaching said) {
        return new CoachingMessage(id, tenant, learner, conversation, said.kind(), composedAt, said.opening(),
                said.strength(), said.growth(), said.closing(), said.judged(), said.notJudged(), said.coverage(),
                said.text());
    }

    /** The point a reaction or a page names; null if there is no such point. */
    public Point point(PointName name) {
        return name == PointName.STRENGTH ? strength : growth;
    }
}
