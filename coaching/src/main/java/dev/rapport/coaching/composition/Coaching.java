package dev.rapport.coaching.composition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rapport.coaching.history.EarlierTalk;

/**
 * Everything a message says.
 *
 * @param opening its first lines
 * @param strength null if none was found
 * @param growth null if there is none
 * @param second a further point to try; null unless the learner asked for two and there is one
 * @param closing its last lines
 * @param judged codes of the rules that could be decided
 * @param notJudged code of each other rule with the reason
 * @param coverage one sentence on what could be judged
 * @param notSaid behaviours that were seen and are not spoken of, each with the reason
 * @param seen behaviour code to the number of the learner's turns it was seen in; null where the talk was not looked into
 * @param text the whole message in lines of a terminal
 */
public record Coaching(Kind kind, String opening, Point strength, Point growth, Point second, String closing,
        List<String> judged,
        Map<String, String> notJudged, String coverage, List<NotSaid> notSaid, Map<String, Integer> seen,
        String text) {

    public Coaching {
        judged = List.copyOf(judged);
        notJudged = Map.copyOf(notJudged);
        notSaid = List.copyOf(notSaid);
        seen = seen == null ? null : Map.copyOf(seen);
    }

    /**
     * What this leaves in the learner's history.
     *
     * @param at when it was composed
     * @return empty where the talk was not looked into: it counts neither way
     */
    public Optional<EarlierTalk> past(Instant at) {
        return Optional.ofNullable(seen).map(turns -> new EarlierTalk(at, Set.copyOf(judged), turns, codeOf(strength),
                codeOf(growth), codeOf(second),
                notSaid.stream().filter(n -> n.reason() == NotSaid.Reason.HELD_OUT).map(NotSaid::rule)
                        .collect(Collectors.toSet())));
    }

    private static String codeOf(Point point) {
        return point == null ? null : point.rule();
    }
}
