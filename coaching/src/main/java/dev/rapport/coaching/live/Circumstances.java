package dev.rapport.coaching.live;

import java.time.Instant;
import java.util.Set;

import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.Choices;

/**
 * What else keeps a learner from being nudged.
 *
 * @param choices theirs: what they stopped, and what it takes where they are
 * @param resting codes of rules that coach nobody for now
 * @param heldOut what an experiment leaves out for them
 * @param last their last nudge, of any talk; null if there was none
 */
public record Circumstances(Choices choices, Set<String> resting, HeldOut heldOut, Given last) {

    /** Nothing does. */
    public static final Circumstances NONE = new Circumstances(Choices.NONE, Set.of(), HeldOut.NONE, null);

    /** A nudge that was given. */
    public record Given(String conversation, Instant at) {
    }

    public Circumstances {
        resting = Set.copyOf(resting);
    }
}
