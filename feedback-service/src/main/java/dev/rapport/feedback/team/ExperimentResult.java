package dev.rapport.feedback.team;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rapport.coaching.experiment.Effect;
import dev.rapport.coaching.experiment.Experiment;
import dev.rapport.coaching.experiment.Pair;
import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;

/**
 * What came of an experiment, told once when it is over: an interval that is looked at every month, and ended when it pleases,
 * is wrong more often than it says, and two results a pair apart would give that pair away.
 *
 * @param changes by behaviour code; none where it is too early to say
 */
record ExperimentResult(SortedMap<String, Change> changes) {

    ExperimentResult {
        changes = new TreeMap<>(changes);
    }

    /**
     * In percentage points of the talks in which it went well.
     *
     * @param with change with the message, {@code without} where it was left out
     * @param low and {@code high}: ends of the 95 % interval of {@code difference}, rounded outwards
     * @param people with the message, at least so many, {@code leftOut} likewise
     * @param lost of them at least so many had no later talk, {@code lostLeftOut} likewise
     */
    record Change(int with, int without, int difference, int low, int high, int people, int leftOut, int lost,
            int lostLeftOut) {
    }

    /** @param talks of all time, of everybody */
    static ExperimentResult of(Experiment experiment, Collection<LearnersTalk> talks,
            Collection<Behaviour> behaviours) {
        Map<String, List<EarlierTalk>> byLearner = talks.stream().collect(Collectors.groupingBy(LearnersTalk::learner,
                Collectors.mapping(LearnersTalk::talk, Collectors.toList())));
        byLearner.replaceAll((learner, own) -> own.stream().sorted(Comparator.comparing(EarlierTalk::at)).toList());
        SortedMap<String, Change> changes = new TreeMap<>();
        for (Behaviour behaviour : behaviours) {
            List<Pair> pairs = byLearner.values().stream()
                    .map(own -> Pair.of(behaviour, own, experiment.since(), experiment.until()))
                    .flatMap(Optional::stream).toList();
            if (Effect.of(pairs) instanceof Effect.Told told) {
                changes.put(behaviour.code(), change(told));
            }
        }
        return new ExperimentResult(changes);
    }

    private static Change change(Effect.Told told) {
        return new Change(points(told.changeWith()), points(told.changeWithout()), points(told.difference()),
                (int) Math.floor(100 * told.low()), (int) Math.ceil(100 * told.high()),
                Discretion.atLeast(told.withMessage()), Discretion.atLeast(told.heldOut()),
                Discretion.atLeast(told.lostWith()), Discretion.atLeast(told.lostWithout()));
    }

    private static int points(double share) {
        return (int) Math.round(100 * share);
    }

    static boolean isOver(Experiment experiment, Instant now) {
        return !now.isBefore(experiment.until());
    }
}
