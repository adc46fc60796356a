package dev.rapport.coaching.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a learner has behind them.
 *
 * @param talks that could be judged, the newest first, at most {@link #TALKS}
 * @param messages how many messages they have had, since ever
 * @param timesSaid behaviour code to how many messages had it as a point, since ever
 */
public record History(List<EarlierTalk> talks, int messages, Map<String, Integer> timesSaid, Choices choices) {

    /** How many talks are looked back on: two years of one a week. */
    public static final int TALKS = 100;
    /** How far back a point counts as said already when points compete. */
    static final int RECENT = 5;
    private static final Duration WEEK = Duration.ofDays(7);

    /** Somebody's first talk. */
    public static final History NONE = new History(List.of(), 0, Map.of(), Choices.NONE);

    public History {
        talks = List.copyOf(talks);
        timesSaid = Map.copyOf(timesSaid);
        if (talks.size() > TALKS) {
            talks = talks.subList(0, TALKS);
        }
    }

    /** The history of somebody new who has chosen something. */
    public static History of(Choices choices) {
        return new History(List.of(), 0, Map.of(), choices);
    }

    /** As if no talk had left anything: nothing rests, fades or fills a week. Wordings still take turns, choices hold. */
    public History unpaced() {
        return new History(List.of(), messages, timesSaid, choices);
    }

    /** This one with a further talk. */
    public History and(EarlierTalk talk) {
        Map<String, Integer> said = new HashMap<>(timesSaid);
        talk.points().forEach(code -> said.merge(code, 1, Integer::sum));
        List<EarlierTalk> all = new ArrayList<>(List.of(talk));
        all.addAll(talks);
        return new History(all.subList(0, Math.min(TALKS, all.size())), messages + 1, said, choices);
    }

    /** In how many of the last talks' messages the behaviour was a point. */
    public long saidLately(String code) {
        return talks.stream().limit(RECENT).filter(talk -> talk.said(code)).count();
    }

    /** @return how many talks ago the behaviour was last spoken of, 1 for the last one; {@link Integer#MAX_VALUE} if never */
    public int talksSince(String code) {
        for (int i = 0; i < talks.size(); i++) {
            if (talks.get(i).said(code)) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** How many messages with a point there were in the seven days before {@code at}. */
    public int coachedInTheWeekBefore(Instant at) {
        return (int) talks.stream()
                .filter(talk -> talk.saidAnything() && talk.at().plus(WEEK).isAfter(at) && !talk.at().isAfter(at))
                .count();
    }

    /** How often the behaviour may be spoken of after these talks. */
    public Pace pace(Behaviour behaviour) {
        return Pace.after(outcomes(behaviour));
    }

    /**
     * @param now how it went in the talk that is being looked at
     */
    public Pace pace(Behaviour behaviour, Outcome now) {
        List<Outcome> outcomes = outcomes(behaviour);
        if (talksSince(behaviour.code()) != Integer.MAX_VALUE) {
            outcomes.add(now);
        }
        return Pace.after(outcomes);
    }

    /** Since the talk after it was first spoken of, the oldest first. */
    private List<Outcome> outcomes(Behaviour behaviour) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean said = false;
        for (int i = talks.size() - 1; i >= 0; i--) {
            if (said) {
                outcomes.add(talks.get(i).of(behaviour));
            }
            said |= talks.get(i).said(behaviour.code());
        }
        return outcomes;
    }
}
