package dev.rapport.coaching.history;

/** How a behaviour went in one talk. */
public enum Outcome {
    /** What is worth keeping was done, or what is worth changing was not. */
    SUCCESS,
    /** The other way round. */
    LAPSE,
    /** It could not be judged. */
    UNKNOWN
}
