package dev.rapport.coaching.wording;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every message shares.
 *
 * @param messagesAWeek with a point, at most
 * @param profiles a learner may choose from, by code
 * @param privateWords lower case; a turn with one of them is neither quoted nor built upon
 */
public record HouseWording(List<Template> openings, List<Template> neutralOpenings, List<Template> twoOpenings,
        List<Template> closings, List<Template> twoClosings, List<Template> strengthClosings, int messagesAWeek,
        Quiet quiet, Unsaid unsaid,
        NotEnough notEnough,
        CannotJudge cannotJudge, List<String> support, String clear, String likely, String unsure, Template notJudged,
        Template allJudged, String reactions, Map<String, Profile> profiles, Set<String> privateWords) {

    public HouseWording {
        openings = List.copyOf(openings);
        neutralOpenings = List.copyOf(neutralOpenings);
        twoOpenings = List.copyOf(twoOpenings);
        closings = List.copyOf(closings);
        twoClosings = List.copyOf(twoClosings);
        strengthClosings = List.copyOf(strengthClosings);
        support = List.copyOf(support);
        profiles = Map.copyOf(profiles);
        privateWords = Set.copyOf(privateWords);
    }

    /**
     * How people talk in a role or a culture. A learner chooses one; nobody and nothing else does (coaching.md, rule 17).
     *
     * @param name as it stands in a list to choose from
     * @param turns behaviour code to the turns it takes to count; as for everybody where there is none
     */
    public record Profile(String code, String name, Map<String, Integer> turns) {

        public Profile {
            turns = Map.copyOf(turns);
        }
    }

    /**
     * @param profile code of the one a learner chose; null for none, and one that is gone counts as none
     * @param otherwise turns it takes for everybody
     * @return turns a behaviour has to be seen in to count
     */
    public int turnsNeeded(String profile, String behaviour, int otherwise) {
        Profile chosen = profile == null ? null : profiles.get(profile);
        return chosen == null ? otherwise : chosen.turns().getOrDefault(behaviour, otherwise);
    }

    /** What is said where a talk is too thin. */
    public record NotEnough(String opening, Template fewTurns, Template unsureWords, Template nothingClear,
            String closing) {
    }

    /** What is said where enough was seen, but not now. */
    public record Quiet(String opening, Template weekFull, Template saidLately, Template heldOut,
            String closing) {
    }

    /** Why a behaviour that was seen is not spoken of. */
    public record Unsaid(Template stopped, Template tooFew, Template notForQuoting, Template coolDown, Template fading,
            Template weekFull, Template oneIsEnough, Template heldOut) {
    }

    /** What is said where nothing could be judged. */
    public record CannotJudge(String opening, Template reason, String closing) {
    }
}
