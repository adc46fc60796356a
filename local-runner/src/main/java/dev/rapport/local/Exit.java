package dev.rapport.local;

/** What {@code ./rapport} ends with. */
final class Exit {

    /** It did what was asked. */
    static final int DONE = 0;
    /** What was given was refused: no such file, an empty one, no consent. */
    static final int REFUSED = 1;
    /** The call was wrong, or it does not say which speaker is the learner. */
    static final int USAGE = 2;
    /** The local house could not be started, is not running, or does not answer. */
    static final int NO_HOUSE = 3;
    /** The house took the conversation but gave no message in time. */
    static final int NO_MESSAGE = 4;

    private Exit() {
    }
}
