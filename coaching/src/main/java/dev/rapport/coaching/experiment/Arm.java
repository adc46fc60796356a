package dev.rapport.coaching.experiment;

/** What chance decided for a pair of learner and behaviour. */
public enum Arm {
    /** The learner got the message. */
    MESSAGE,
    /** It was left out. */
    HELD_OUT
}
