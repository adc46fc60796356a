package dev.rapport.feedback.team;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.coaching.history.Outcome;
import dev.rapport.events.Polarity;

/**
 * What may be told of one team in one month.
 *
 * @param seen behaviour code to the share of talks in which it was seen, each learner weighing the same; none where fewer
 * than {@link Discretion#LEAST} learners had a talk in which it could be judged
 * @param messages null where that many learners had no talk
 */
record TeamMonth(SortedMap<String, Share> seen, NagLoad messages) {

    TeamMonth {
        seen = new TreeMap<>(seen);
    }

    /**
     * How much a learner has to read in a week.
     *
     * @param median of the learners who had a talk, in halves of a message
     * @param most of any of them, rounded up; null where fewer than {@link #LEAST_FOR_MOST} had one: it is one person's figure
     */
    record NagLoad(double median, Integer most) {

        static final int LEAST_FOR_MOST = 20;
    }

    /**
     * @param members of the team in that month
     * @param talks of that month, of whomever
     */
    static TeamMonth of(YearMonth month, Set<String> members, Collection<LearnersTalk> talks,
            Collection<Behaviour> behaviours) {
        Map<String, List<EarlierTalk>> byLearner = talks.stream().filter(t -> members.contains(t.learner()))
                .collect(Collectors.groupingBy(LearnersTalk::learner,
                        Collectors.mapping(LearnersTalk::talk, Collectors.toList())));
        SortedMap<String, Share> seen = new TreeMap<>();
        for (Behaviour behaviour : behaviours) {
            List<Double> shares = new ArrayList<>();
            byLearner.values().forEach(own -> shareOf(behaviour, own).ifPresent(shares::add));
            Discretion.share(shares).ifPresent(share -> seen.put(behaviour.code(), share));
        }
        return new TeamMonth(seen, nagLoad(month, byLearner));
    }

    /** In what share of one learner's judged talks the behaviour was seen; empty where none could be judged. */
    private static Optional<Double> shareOf(Behaviour behaviour, List<EarlierTalk> talks) {
        Outcome wanted = behaviour.polarity() == Polarity.KEEP ? Outcome.SUCCESS : Outcome.LAPSE;
        List<Outcome> known = talks.stream().map(t -> t.of(behaviour)).filter(o -> o != Outcome.UNKNOWN).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().filter(o -> o == wanted).count() / (double) known.size());
    }

    private static NagLoad nagLoad(YearMonth month, Map<String, List<EarlierTalk>> byLearner) {
        if (byLearner.size() < Discretion.LEAST) {
            return null;
        }
        double weeks = month.lengthOfMonth() / 7.0;
        double[] aWeek = byLearner.values().stream()
                .mapToDouble(own -> own.stream().filter(EarlierTalk::saidAnything).count() / weeks).sorted().toArray();
        double median = (aWeek[(aWeek.length - 1) / 2] + aWeek[aWeek.length / 2]) / 2;
        return new NagLoad(Math.round(median * 2) / 2.0,
                aWeek.length < NagLoad.LEAST_FOR_MOST ? null : (int) Math.ceil(aWeek[aWeek.length - 1]));
    }
}
