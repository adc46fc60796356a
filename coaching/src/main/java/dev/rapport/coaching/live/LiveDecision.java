package dev.rapport.coaching.live;

import dev.rapport.coaching.wording.BehaviourWording;

/** What becomes of a behaviour that was seen while a talk goes on. */
public sealed interface LiveDecision {

    /** It is spoken of now. */
    record Nudge(BehaviourWording wording) implements LiveDecision {
    }

    /** Another replica has just nudged the learner in this very talk; those who listen here hear the same. */
    record Again() implements LiveDecision {
    }

    /** It may be spoken of in a moment. */
    record Wait(Until until) implements LiveDecision {
    }

    /** It is not spoken of. */
    record Silent(Reason reason) implements LiveDecision {
    }

    /** What is waited for. */
    enum Until {
        /** The learner has, or had, the word. */
        PARTNER_SPOKE,
        /** The rules may still have something to say of the partner's last words. */
        RULES_CAUGHT_UP
    }

    /** Why nothing is said. */
    enum Reason {
        /** There were words of danger in this talk. */
        CRISIS,
        /** It is not known whose talk this is, or it is no longer the same person's. */
        UNKNOWN_LEARNER,
        /** The behaviour has no sentence for the moment itself. */
        NOT_LIVE,
        /** The rule was not sure, and there is no time to ask. */
        UNSURE,
        /** The moment has passed. */
        TOO_LATE,
        /** Nobody speaks that fast: the talk is over, and its turns were sent together. */
        AFTERWARDS,
        /** Somebody opened up. */
        PRIVATE,
        /** It was not seen often enough, or too little was said so far. */
        TOO_LITTLE,
        /** The learner wants to hear no more of it. */
        STOPPED,
        /** Its rule rests. */
        RESTING,
        /** An experiment leaves it out for this learner. */
        HELD_OUT,
        /** There was one a short while ago. */
        TOO_SOON
    }
}
