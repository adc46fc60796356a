package dev.rapport.coaching.composition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Polarity;

/**
 * A learner's own behaviours talk by talk. It compares with nobody else and adds nothing up to a score.
 *
 * @param rule its code
 * @param behaviour its name in words
 * @param goal whether the learner is working on it
 * @param talks the oldest first, at most {@link #TALKS}
 */
public record Trend(String rule, String behaviour, Polarity polarity, boolean goal, List<InTalk> talks) {

    /** As many as are seen at a glance; about three months of one a week. */
    public static final int TALKS = 12;

    public Trend {
        talks = List.copyOf(talks);
    }

    /**
     * How it was in one talk.
     *
     * @param at when the talk's message was composed
     * @param judged whether it could be judged; if not, {@code turns} is 0
     * @param turns of the learner that it was seen in
     * @param spokenOf whether the message of that talk spoke of it
     */
    public record InTalk(Instant at, boolean judged, int turns, boolean spokenOf) {
    }

    /**
     * As if some talks had not been, because their learner has not read of them yet.
     *
     * @param unread when their messages were composed
     * @return empty where no other talk is left
     */
    public Optional<Trend> without(Set<Instant> unread) {
        List<InTalk> left = talks.stream().filter(talk -> !unread.contains(talk.at())).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Trend(rule, behaviour, polarity, goal, left));
    }

    /** In how many of the talks it was seen. */
    public long seen() {
        return talks.stream().filter(talk -> talk.turns() > 0).count();
    }

    /** In how many of the talks it could be judged. */
    public long judged() {
        return talks.stream().filter(InTalk::judged).count();
    }

    /**
     * @return what was seen, spoken of or is worked on in the last talks: the goal first, then by name; empty before the first
     *         talk
     */
    public static List<Trend> of(History history, Wordings wordings) {
        List<EarlierTalk> last = new ArrayList<>(
                history.talks().subList(0, Math.min(TALKS, history.talks().size())));
        if (last.isEmpty()) {
            return List.of();
        }
        last.sort(Comparator.comparing(EarlierTalk::at));
        Set<String> codes = new TreeSet<>();
        last.forEach(talk -> talk.turns().forEach((code, turns) -> {
            if (turns > 0) {
                codes.add(code);
            }
        }));
        wordings.behaviours().keySet().stream().filter(code -> last.stream().anyMatch(talk -> talk.said(code)))
                .forEach(codes::add);
        String goal = history.choices().goal();
        if (goal != null) {
            codes.add(goal);
        }
        return codes.stream().flatMap(code -> wordings.of(code).stream())
                .map(wording -> of(wording, wording.code().equals(goal), last))
                .sorted(Comparator.comparing((Trend trend) -> !trend.goal()).thenComparing(Trend::behaviour)).toList();
    }

    private static Trend of(BehaviourWording wording, boolean goal, List<EarlierTalk> talks) {
        String code = wording.code();
        return new Trend(code, wording.name(), wording.polarity(), goal, talks.stream().map(talk -> {
            int turns = talk.turns().getOrDefault(code, 0);
            return new InTalk(talk.at(), turns > 0 || talk.judged().contains(code), turns, talk.said(code));
        }).toList());
    }
}
