package dev.rapport.rules.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A labelled set after detection: what came of each of its conversations. */
final class Measured {

    private static final String HIGH = "high";
    private static final String LOW = "low";

    /** One conversation. */
    static final class Talk {
        private final Map<Act, Tally> acts = new EnumMap<>(Act.class);
        private final List<Ranking.Pair> uptake = new ArrayList<>();
        private String quality;
        private Double rapport;

        private Tally tally(Act act) {
            return acts.getOrDefault(act, Tally.NONE);
        }
    }

    private final Set<Act> scored;
    private final Map<String, Talk> talks = new LinkedHashMap<>();
    private long lines;
    private long nanos;

    /** @param scored acts that people looked for in every line that counts */
    Measured(Set<Act> scored) {
        this.scored = scored;
    }

    void take(GoldLine gold, Map<Act, Double> acts, Double uptake) {
        Talk talk = talks.computeIfAbsent(gold.conversation(), id -> new Talk());
        talk.quality = gold.quality();
        lines++;
        if (!gold.counts()) {
            return;
        }
        for (Act act : scored) {
            if (!gold.ignored().contains(act.name())) {
                talk.acts.merge(act, Tally.of(gold.labels().contains(act.name()),
                        acts.getOrDefault(act, 0.0) >= Act.SAID), Tally::plus);
            }
        }
        if (gold.uptake() != null && uptake != null) {
            talk.uptake.add(new Ranking.Pair(uptake, gold.uptake()));
        }
    }

    void rapport(String conversation, Double rapport) {
        Talk talk = talks.get(conversation);
        if (talk != null) {
            talk.rapport = rapport;
        }
    }

    void took(long nanoseconds) {
        nanos += nanoseconds;
    }

    long lines() {
        return lines;
    }

    double microsPerLine() {
        return lines == 0 ? 0 : nanos / 1e3 / lines;
    }

    /** Acts that were looked for and that people saw at least once. */
    List<Act> acts() {
        return scored.stream().filter(act -> tally(act).positives() > 0).sorted().toList();
    }

    Tally tally(Act act) {
        return tally(act, talks());
    }

    private static Tally tally(Act act, List<Talk> talks) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int lines = 0;
        for (Talk talk : talks) {
            Tally tally = talk.tally(act);
            right += tally.right();
            wrong += tally.wrong();
            missed += tally.missed();
            lines += tally.lines();
        }
        return new Tally(right, wrong, missed, lines);
    }

    /** Of F1. */
    Interval interval(Act act) {
        return interval(talks -> tally(act, talks).f1());
    }

    Interval interval(ToDoubleFunction<List<Talk>> figure) {
        return Interval.of(talks(), figure);
    }

    private List<Talk> talks() {
        return List.copyOf(talks.values());
    }

    /** How many turns have an uptake that we and people speak of; fewer than three say nothing. */
    int pairs() {
        return talks.values().stream().mapToInt(talk -> talk.uptake.size()).sum();
    }

    double spearman() {
        return spearman(talks());
    }

    static double spearman(List<Talk> talks) {
        return Ranking.spearman(talks.stream().flatMap(talk -> talk.uptake.stream()).toList());
    }

    /** Conversations of high quality, then those of low. */
    int[] qualities() {
        return new int[]{rapports(talks(), HIGH).size(), rapports(talks(), LOW).size()};
    }

    double auc() {
        return auc(talks());
    }

    static double auc(List<Talk> talks) {
        return Ranking.auc(rapports(talks, HIGH), rapports(talks, LOW));
    }

    private static List<Double> rapports(List<Talk> talks, String quality) {
        return talks.stream().filter(talk -> talk.rapport != null && quality.equals(talk.quality))
                .map(talk -> talk.rapport).toList();
    }
}
