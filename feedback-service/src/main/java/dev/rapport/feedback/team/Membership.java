package dev.rapport.feedback.team;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belongs to which team from which month on.
 *
 * @param team null where they left without another one
 */
record Membership(String learner, String team, YearMonth from) {

    /** A change counts from the next month: one that has begun is never told both with and without somebody. */
    static YearMonth nextFrom(YearMonth now) {
        return now.plusMonths(1);
    }

    /** @return team to its learners; somebody is in one team at most, so no talk counts for two */
    static SortedMap<String, SortedSet<String>> in(YearMonth month, Collection<Membership> all) {
        Map<String, Membership> last = new HashMap<>();
        all.stream().filter(m -> !m.from().isAfter(month)).sorted(Comparator.comparing(Membership::from))
                .forEach(m -> last.put(m.learner(), m));
        SortedMap<String, SortedSet<String>> teams = new TreeMap<>();
        last.values().stream().filter(m -> m.team() != null)
                .forEach(m -> teams.computeIfAbsent(m.team(), team -> new TreeSet<>()).add(m.learner()));
        return teams;
    }
}
