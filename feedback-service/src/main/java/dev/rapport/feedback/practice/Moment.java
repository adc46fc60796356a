package dev.rapport.feedback.practice;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

import dev.rapport.coaching.composition.Point;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;

/**
 * The moment a point speaks of.
 *
 * @param turn number of the learner's turn at which it was seen
 * @param partner the last thing the partner said before it; null where that is not told
 * @param said what the learner said
 */
record Moment(int turn, String partner, String said) {

    static Moment of(Point point) {
        int turn = seenAt(point);
        return new Moment(turn,
                last(point, each -> each.role() == Role.PARTNER && each.turn() < turn).map(Evidence::text).orElse(null),
                last(point, each -> each.role() == Role.LEARNER && each.turn() == turn).map(Evidence::text)
                        .orElse(point.quote().text()));
    }

    /** An observation's id ends with {@code turn/9/B20}. */
    private static int seenAt(Point point) {
        String[] parts = point.observation().split("/");
        return Integer.parseInt(parts[parts.length - 2]);
    }

    private static Optional<Evidence> last(Point point, Predicate<Evidence> wanted) {
        return point.evidence().stream().filter(wanted).filter(each -> !each.text().isEmpty())
                .max(Comparator.comparingInt(Evidence::turn));
    }
}
