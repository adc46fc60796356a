package dev.rapport.events;

/** What a behaviour is to the learner. */
public enum Polarity {
    /** Something to keep doing. */
    KEEP,
    /** Something to grow out of. */
    GROW,
    /** Worth knowing as context; never commented on. */
    KNOW
}
