package dev.rapport.feedback.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.composition.NotSaid;
import dev.rapport.coaching.composition.Point;

/**
 * A message as it is served.
 *
 * @param strength null if none was found
 * @param growth null if there is none
 * @param second a further point to try; null unless the learner asked for two
 * @param coverage one sentence on what could be judged; null where nothing could
 * @param notSaid behaviours that were seen and are not spoken of, each with the reason
 * @param text the whole message in lines of a terminal
 */
public record CoachingMessage(@Schema(examples = "m-6f1c9e0b7a2d4c58") String id,
        @Schema(examples = "local") String tenant, @Schema(examples = "mara-lind") String learner,
        @Schema(examples = "talk-1") String conversation, Kind kind, Instant composedAt, String opening, Point strength,
        Point growth, Point second, String closing, @Schema(examples = "[\"B01\", \"B20\"]") List<String> judged,
        @Schema(examples = "{\"B30\": \"no times in this transcript\"}") Map<String, String> notJudged,
        String coverage, List<NotSaid> notSaid, String text) {

    public CoachingMessage {
        // absent in what an earlier version wrote
        notSaid = notSaid == null ? List.of() : List.copyOf(notSaid);
    }

    static CoachingMessage of(String id, String tenant, String learner, String conversation, Instant composedAt,
            Coaching said) {
        return new CoachingMessage(id, tenant, learner, conversation, said.kind(), composedAt, said.opening(),
                said.strength(), said.growth(), said.second(), said.closing(), said.judged(), said.notJudged(),
                said.coverage(),
                said.notSaid(), said.text());
    }

    /** What it speaks of: what to keep, and then what to try. */
    public Stream<Point> points() {
        return Stream.of(strength, growth, second).filter(Objects::nonNull);
    }

    /** For somebody who wants to think about the talk before they are told about it. */
    public CoachingMessage withoutPoints(String invitation) {
        return new CoachingMessage(id, tenant, learner, conversation, kind, composedAt, invitation, null, null, null,
                null, judged, notJudged, null, List.of(), invitation);
    }

    /** The point a reaction or a page names; null if there is no such point. */
    public Point point(PointName name) {
        return switch (name) {
            case STRENGTH -> strength;
            case GROWTH -> growth;
            case SECOND -> second;
        };
    }
}
