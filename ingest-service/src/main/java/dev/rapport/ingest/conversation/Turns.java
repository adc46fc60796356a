package dev.rapport.ingest.conversation;

/** How many turns a conversation may have. */
public final class Turns {

    /** Days of talk without a pause; a greater number is a mistake, for example a time. */
    public static final int LAST = 100_000;

    private Turns() {
    }
}
