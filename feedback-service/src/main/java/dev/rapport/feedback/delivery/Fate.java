package dev.rapport.feedback.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import dev.rapport.feedback.delivery.wire.Outcome;

/** What becomes of a delivery after an attempt. */
sealed interface Fate {

    String GONE = "the receiver answered 410: it wants no more";
    /** Answered by what stands before the receiver, which may have it. */
    Set<Integer> BY_A_GATEWAY = Set.of(502, 504);
    String UNKNOWN = "; it may have arrived, and the receiver would not know a repeat";

    /** The receiver has it. */
    record Sent(int status) implements Fate {
    }

    /**
     * It is sent again.
     *
     * @param status null without an answer
     */
    record Again(Instant at, Integer status, String problem) implements Fate {
    }

    /** It is not sent again. */
    record GivenUp(Integer status, String problem) implements Fate {
    }

    /** Nothing is sent to this channel any more. */
    record ChannelOff(int status, String problem) implements Fate {
    }

    /**
     * @param attempts made so far, this one included
     * @param chance 0 to 1, spreads repeats
     */
    static Fate after(Outcome outcome, ChannelKind kind, int attempts, Instant now, double chance) {
        if (outcome instanceof Outcome.Taken taken) {
            return new Sent(taken.status());
        }
        if (outcome instanceof Outcome.Gone) {
            return new ChannelOff(410, GONE);
        }
        if (outcome instanceof Outcome.Refused refused) {
            String problem = "the receiver answered " + refused.status();
            if (BY_A_GATEWAY.contains(refused.status()) && !kind.knowsRepeats()) {
                return new GivenUp(refused.status(), problem + UNKNOWN);
            }
            return again(refused.status(), problem, attempts, refused.retryAfter(), now, chance);
        }
        Outcome.Unanswered unanswered = (Outcome.Unanswered) outcome;
        if (unanswered.mayHaveArrived() && !kind.knowsRepeats()) {
            return new GivenUp(null, unanswered.problem() + UNKNOWN);
        }
        return again(null, unanswered.problem(), attempts, Duration.ZERO, now, chance);
    }

    private static Fate again(Integer status, String problem, int attempts, Duration asked, Instant now,
            double chance) {
        return RetrySchedule.pauseAfter(attempts, asked, chance)
                .<Fate>map(pause -> new Again(now.plus(pause), status, problem))
                .orElseGet(() -> new GivenUp(status, problem));
    }
}
