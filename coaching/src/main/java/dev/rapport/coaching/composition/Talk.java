package dev.rapport.coaching.composition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationJudged;

/**
 * A conversation that is over, with what was seen in it.
 *
 * @param observations that stand: of each the last word, none withdrawn
 */
public record Talk(ConversationJudged judged, List<BehaviourObserved> observations) {

    /** Code of the rule that sees words of danger, of whoever said them. */
    public static final String CRISIS = "S01";
    /** Code of the rule that sees health, family, money, distress: not for quoting. */
    public static final String DEEP_DISCLOSURE = "S02";

    public Talk {
        observations = List.copyOf(observations);
    }

    /**
     * As if some rules could not have been judged, although they were.
     *
     * @param codes of the rules
     * @param why in words, for the learner
     */
    public Talk without(Set<String> codes, String why) {
        if (codes.isEmpty()) {
            return this;
        }
        Map<String, String> notJudged = new TreeMap<>(judged.notJudged());
        judged.judged().stream().filter(codes::contains).forEach(code -> notJudged.put(code, why));
        ConversationJudged j = judged;
        return new Talk(new ConversationJudged(j.tenant(), j.conversation(), j.learner(), j.kind(), j.stage(),
                j.language(), j.turns(), j.learnerTurns(), j.learnerWords(), j.partnerWords(), j.meanConfidence(),
                j.observations(), j.judged().stream().filter(code -> !codes.contains(code)).toList(), notJudged,
                j.cannotJudge(), j.rulebookVersion(), j.partnerNames()),
                observations.stream().filter(each -> !codes.contains(each.rule())).toList());
    }
}
