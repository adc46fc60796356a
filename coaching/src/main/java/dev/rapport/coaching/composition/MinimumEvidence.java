package dev.rapport.coaching.composition;

import java.util.Collection;

import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Evidence;

/** What has to be seen before anything is said of it, in a message as well as while a talk goes on. */
public final class MinimumEvidence {

    private MinimumEvidence() {
    }

    /**
     * Whether so much was said, and is known for sure enough, that a talk can be judged at all.
     *
     * @param meanConfidence of the speech recognition, 0 to 1; null where unknown
     */
    public static boolean ofTalk(int learnerTurns, Double meanConfidence) {
        return learnerTurns >= CoachingPolicy.LEARNER_TURNS
                && (meanConfidence == null || meanConfidence >= CoachingPolicy.CONFIDENCE);
    }

    /**
     * Whether a behaviour was seen in turns enough, each after partner's words enough.
     *
     * @param choices of the learner, among them what it takes where they are
     * @param standing its observations in one talk, none withdrawn
     */
    public static boolean of(BehaviourWording wording, HouseWording house, Choices choices,
            Collection<BehaviourObserved> standing) {
        long turns = standing.stream().filter(o -> CoachingPolicy.answersEnough(o, wording.partnerWords()))
                .flatMap(o -> CoachingPolicy.acts(o).stream()).mapToInt(Evidence::turn).distinct().count();
        return turns >= CoachingPolicy.behaviour(wording, house, choices).needed();
    }
}
