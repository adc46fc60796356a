package dev.rapport.events;

/** Which side of the conversation a speaker is on. */
public enum Role {
    /** The person who is coached. */
    LEARNER,
    /** Anybody else in the conversation; never coached, never profiled. */
    PARTNER
}
