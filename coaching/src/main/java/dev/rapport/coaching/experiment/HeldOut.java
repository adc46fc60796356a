package dev.rapport.coaching.experiment;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a learner is not told while an experiment runs.
 *
 * @param behaviours codes
 * @param until the day the experiment ends; null where none runs
 */
public record HeldOut(Set<String> behaviours, LocalDate until) {

    /** No experiment runs. */
    public static final HeldOut NONE = new HeldOut(Set.of(), null);

    public HeldOut {
        behaviours = Set.copyOf(behaviours);
    }

    /** Whether this one is left out. What was spoken of before can no longer be measured, so it is not. */
    public boolean has(String behaviour, int timesSaid) {
        return timesSaid == 0 && behaviours.contains(behaviour);
    }
}
