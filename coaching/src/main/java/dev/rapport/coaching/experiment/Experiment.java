package dev.rapport.coaching.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A tenant leaves out a random share of the pairs of learner and behaviour for a while. Who is left out follows from the
 * seed alone, so every replica knows it and nothing has to be kept for each pair.
 *
 * @param seed of this experiment: another one draws anew
 * @param share of the pairs that is left out, in percent, 0 to {@link #MOST}
 * @param since the first moment that counts
 * @param until the first moment that counts no more
 */
public record Experiment(String tenant, long seed, int share, Instant since, Instant until) {

    /** With more, most learners would go without what they came for. */
    public static final int MOST = 50;

    private static final double RANGE = 0x1p53;

    public Experiment {
        if (share < 0 || share > MOST) {
            throw new IllegalArgumentException("a share of " + share + " %");
        }
    }

    public boolean runsAt(Instant at) {
        return !at.isBefore(since) && at.isBefore(until);
    }

    /** Whether the pair is left out. */
    public boolean holdsOut(String learner, String behaviour) {
        return draw(learner, behaviour) * 100 < share;
    }

    /**
     * What one learner is not told.
     *
     * @param behaviours codes there are messages for
     */
    public HeldOut of(String learner, Collection<String> behaviours, Instant at) {
        return runsAt(at)
                ? new HeldOut(behaviours.stream().filter(b -> holdsOut(learner, b)).collect(Collectors.toSet()),
                        until.atZone(ZoneOffset.UTC).toLocalDate())
                : HeldOut.NONE;
    }

    /** Even over 0 to 1, and the same wherever it is asked for. No id has a slash in it. */
    private double draw(String learner, String behaviour) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(
                    String.join("/", tenant, Long.toString(seed), learner, behaviour).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) / RANGE;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
