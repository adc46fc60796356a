package dev.rapport.feedback.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rapport.events.ReactionGiven.Reaction;

/**
 * What may be told of the rules of a tenant in one month. Of the whole tenant, never of a team: what a rule is worth is a
 * question about the rule.
 *
 * @param rules by code; none of which nothing may be told
 */
record HouseMonth(SortedMap<String, RuleHealth> rules) {

    HouseMonth {
        rules = new TreeMap<>(rules);
    }

    /**
     * One rule.
     *
     * @param hits messages that spoke of it, at least so many; null where fewer than {@link Discretion#LEAST} learners had one
     * @param answers learners who said what they think of it, at least so many; null, as is all that follows, where they were
     * fewer than {@link Discretion#LEAST}
     * @param helpful share of them who found it so
     * @param disputed share of them who said "not right"; "on purpose" does not count against a rule
     * @param disputedWithin where that share may truly lie
     */
    record RuleHealth(Integer hits, Integer answers, Share helpful, Share disputed, Wilson disputedWithin) {
    }

    /**
     * @param talks of that month
     * @param answers of that month; of each learner the last one to a rule counts, so that nobody weighs more than another
     */
    static HouseMonth of(Collection<LearnersTalk> talks, List<Answer> answers) {
        Map<String, Integer> hits = new HashMap<>();
        Map<String, Set<String>> had = new HashMap<>();
        for (LearnersTalk t : talks) {
            t.talk().points().forEach(code -> {
                hits.merge(code, 1, Integer::sum);
                had.computeIfAbsent(code, c -> new HashSet<>()).add(t.learner());
            });
        }
        Map<String, Map<String, Reaction>> words = new HashMap<>();
        answers.forEach(a -> words.computeIfAbsent(a.rule(), r -> new HashMap<>()).put(a.learner(), a.reaction()));
        SortedMap<String, RuleHealth> rules = new TreeMap<>();
        Set<String> codes = new HashSet<>(hits.keySet());
        codes.addAll(words.keySet());
        for (String code : codes) {
            boolean many = had.getOrDefault(code, Set.of()).size() >= Discretion.LEAST;
            RuleHealth health = health(many ? Discretion.atLeast(hits.get(code)) : null,
                    words.getOrDefault(code, Map.of()).values());
            // a line without figures would still say that there was somebody
            if (health.hits() != null || health.answers() != null) {
                rules.put(code, health);
            }
        }
        return new HouseMonth(rules);
    }

    private static RuleHealth health(Integer hits, Collection<Reaction> words) {
        if (words.size() < Discretion.LEAST) {
            return new RuleHealth(hits, null, null, null, null);
        }
        int answers = Discretion.atLeast(words.size());
        Share disputed = share(words, Reaction.NOT_RIGHT);
        return new RuleHealth(hits, answers, share(words, Reaction.HELPFUL), disputed, Wilson.of(disputed, answers));
    }

    private static Share share(Collection<Reaction> words, Reaction which) {
        return Discretion.share(words.stream().map(r -> r == which ? 1.0 : 0.0).toList()).orElseThrow();
    }
}
