package dev.rapport.feedback.delivery.wire;

import java.time.Duration;

/** How sending a request ended. */
public sealed interface Outcome {

    /** The receiver has it. */
    record Taken(int status) implements Outcome {
    }

    /** The receiver wants no more: 410. */
    record Gone() implements Outcome {
    }

    /**
     * The receiver answered something else.
     *
     * @param retryAfter how long it asks to be left alone; zero if it does not
     */
    record Refused(int status, Duration retryAfter) implements Outcome {
    }

    /**
     * There was no answer.
     *
     * @param problem in words, without anything of the address
     * @param mayHaveArrived whether the request was on its way, so that the receiver may have it nevertheless
     */
    record Unanswered(String problem, boolean mayHaveArrived) implements Outcome {
    }
}
