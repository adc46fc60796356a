package dev.rapport.coaching.wording;

import java.util.List;
import java.util.Set;

/**
 * What every message shares.
 *
 * @param privateWords lower case; a turn with one of them is neither quoted nor built upon
 */
public record HouseWording(List<Template> openings, List<Template> neutralOpenings, List<Template> closings,
        List<Template> strengthClosings, NotEnough notEnough, CannotJudge cannotJudge, List<String> support,
        String clear, String likely, String unsure, Template notJudged, Template allJudged, String reactions,
        Set<String> privateWords) {

    public HouseWording {
        openings = List.copyOf(openings);
        neutralOpenings = List.copyOf(neutralOpenings);
        closings = List.copyOf(closings);
        strengthClosings = List.copyOf(strengthClosings);
        support = List.copyOf(support);
        privateWords = Set.copyOf(privateWords);
    }

    /** What is said where a talk is too thin. */
    public record NotEnough(String opening, Template fewTurns, Template unsureWords, Template nothingClear,
            String closing) {
    }

    /** What is said where nothing could be judged. */
    public record CannotJudge(String opening, Template reason, String closing) {
    }
}
