package dev.rapport.feedback.page;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.coaching.composition.Point;
import dev.rapport.events.LineJudged.Verdict;
import dev.rapport.feedback.practice.Attempt;

/**
 * The practice of a message's point to try, with what came of the last line.
 *
 * @param partner what the partner said before it; null where that is not kept
 * @param line what stands in the field; null for nothing
 * @param problem with what stands in the field; null if there is none
 * @param last null before the first attempt
 * @param named the behaviour that {@code says} goes on about; null if it stands alone
 * @param sign the verdict in a word or two; null without one
 * @param says the verdict in a sentence; null without one
 * @param comesBack the day; null before the first verdict
 */
public record DrillView(String learner, String message, String drill, String partner, String line, String problem,
        Attempt last, String named, String sign, String says, List<Detail> details, String comesBack) {

    /**
     * Something the rules say of the line.
     *
     * @param words of the rulebook
     */
    public record Detail(String label, String words) {
    }

    static DrillView of(String learner, String message, Point point, String partner, Attempt last, String line,
            String problem, String comesBack, Texts texts) {
        boolean named = last != null && last.wasJudged() && last.verdict() != Verdict.CANNOT_TELL;
        return new DrillView(learner, message, point.drill(), partner, line, problem, last,
                named ? point.behaviour() : null, sign(last, texts), says(last, texts), details(last, texts),
                comesBack);
    }

    /** Whether the rules have not answered yet. */
    public boolean isWaiting() {
        return last != null && !last.wasJudged();
    }

    /** What the rule went by; nothing where it sees nothing. */
    public List<String> because() {
        return last == null || last.verdict() != Verdict.SEEN_AGAIN ? List.of() : last.because();
    }

    private static String sign(Attempt last, Texts texts) {
        if (last == null || !last.wasJudged()) {
            return null;
        }
        return switch (last.verdict()) {
            case MENDED -> texts.thatIsIt();
            case AVOIDED -> texts.halfWay();
            case SEEN_AGAIN -> texts.notYet();
            case CANNOT_TELL -> texts.cannotTell();
        };
    }

    private static String says(Attempt last, Texts texts) {
        if (last == null || !last.wasJudged()) {
            return null;
        }
        return switch (last.verdict()) {
            case MENDED -> texts.mended();
            case AVOIDED -> texts.avoided();
            case SEEN_AGAIN -> texts.stillSeen();
            case CANNOT_TELL -> texts.theRulesCannotTell();
        };
    }

    private static List<Detail> details(Attempt last, Texts texts) {
        if (last == null || !last.wasJudged()) {
            return List.of();
        }
        List<Detail> details = new ArrayList<>();
        if (!last.kinds().isEmpty()) {
            details.add(new Detail(texts.seenInIt(), String.join(", ", last.kinds())));
        }
        if (!last.shows().isEmpty()) {
            details.add(new Detail(texts.worthKeeping(), String.join(", ", last.shows())));
        }
        if (last.verdict() == Verdict.CANNOT_TELL) {
            last.because().forEach(each -> details.add(new Detail(texts.because(), each)));
        }
        if (last.otherwise() != null && !last.otherwise().isEmpty()) {
            details.add(new Detail(texts.whatWouldChangeIt(), last.otherwise()));
        }
        return details;
    }
}
