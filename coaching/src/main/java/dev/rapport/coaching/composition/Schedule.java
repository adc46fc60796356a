package dev.rapport.coaching.composition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.history.Pace;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Polarity;

/** When a learner may hear of what again: the same reckoning as a message's, before the talk. */
public final class Schedule {

    private Schedule() {
    }

    /**
     * One behaviour.
     *
     * @param rule its code
     * @param behaviour its name in words
     * @param said in how many messages it was a point so far
     * @param stopped whether the learner wants to hear no more of it
     * @param goal whether the learner is working on it
     * @param pace how often it may come up
     * @param inWords of the pace, such as {@code every third talk}
     * @param next which talk from now it may come up in: 1 for the next one; null if stopped
     */
    public record Line(String rule, String behaviour, Polarity polarity, int said, boolean stopped, boolean goal,
            Pace pace, String inWords, Integer next) {
    }

    /** @return what was spoken of, is worked on or was stopped, by code; behaviours without wording are left out */
    public static List<Line> of(History history, Wordings wordings) {
        Set<String> codes = new TreeSet<>(history.timesSaid().keySet());
        codes.addAll(history.choices().stopped());
        if (history.choices().goal() != null) {
            codes.add(history.choices().goal());
        }
        return codes.stream().flatMap(code -> wordings.of(code).stream())
                .map(wording -> line(CoachingPolicy.behaviour(wording, wordings.house(), history.choices()),
                        wording.name(), history))
                .toList();
    }

    private static Line line(Behaviour behaviour, String name, History history) {
        String code = behaviour.code();
        boolean stopped = history.choices().stopped().contains(code);
        boolean goal = code.equals(history.choices().goal());
        Pace pace = history.pace(behaviour);
        int apart = CoachingPolicy.talksApart(behaviour, pace, history);
        int next = (int) Math.max(1L, 1L + apart - history.talksSince(code));
        return new Line(code, name, behaviour.polarity(), history.timesSaid().getOrDefault(code, 0), stopped, goal,
                pace, Reasons.words(pace) + " talk", stopped ? null : next);
    }
}
