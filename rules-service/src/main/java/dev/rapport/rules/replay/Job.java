package dev.rapport.rules.replay;

import java.time.Instant;

import dev.rapport.rules.archive.Sample;

/**
 * A replay as it stands.
 *
 * @param startedBy name of the person
 * @param endedAt null as long as it goes on
 * @param draft number of the version that is tried; null for texts that are no version
 * @param liveVersion and {@code draftVersion}: of the two rulebooks, 12 hex digits
 * @param conversations that the sample has
 * @param done of them so far
 * @param problem why it failed; null if it did not
 * @param summary what it found; null before it is done
 */
public record Job(String id, String startedBy, Instant startedAt, Instant endedAt, State state, Integer draft,
        String liveVersion, String draftVersion, Sample sample, long conversations, long done, String problem,
        Summary summary) {

    /** How far it has come. */
    public enum State {
        /** For another replay to end. */
        WAITING, RUNNING, DONE, CANCELLED, FAILED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.CANCELLED || state == State.FAILED;
    }

    /** 0 to 100. */
    public int percent() {
        return state == State.DONE ? 100 : conversations == 0 ? 0 : (int) Math.min(99, 100 * done / conversations);
    }
}
