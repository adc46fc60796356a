package dev.rapport.coaching.composition;

import java.util.List;
import java.util.Map;

/**
 * Everything a message says.
 *
 * @param opening its first lines
 * @param strength null if none was found
 * @param growth null if there is none
 * @param closing its last lines
 * @param judged codes of the rules that could be decided
 * @param notJudged code of each other rule with the reason
 * @param coverage one sentence on what could be judged
 * @param text the whole message in lines of a terminal
 */
public record Coaching(Kind kind, String opening, Point strength, Point growth, String closing, List<String> judged,
        Map<String, String> notJudged, String coverage, String text) {

    public Coaching {
        judged = List.copyOf(judged);
        notJudged = Map.copyOf(notJudged);
    }
}
