package dev.rapport.coaching.composition;

import java.util.List;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationJudged;

/**
 * A conversation that is over, with what was seen in it.
 *
 * @param observations that stand: of each the last word, none withdrawn
 */
public record Talk(ConversationJudged judged, List<BehaviourObserved> observations) {

    public Talk {
        observations = List.copyOf(observations);
    }
}
