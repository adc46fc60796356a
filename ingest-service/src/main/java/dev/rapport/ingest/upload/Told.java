package dev.rapport.ingest.upload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the caller says of a transcript, each part as it was written; null or blank where nothing is said. See
 * {@code POST /transcripts} in the API description.
 */
record Told(String learner, String learnerId, String conversation, String kind, String stage, String language,
        String consent, String purpose, String reference, String startedAt) {

    /** @param query gives a parameter's value, or null */
    static Told in(UnaryOperator<String> query) {
        return new Told(query.apply("learner"), query.apply("learnerId"), query.apply("conversation"),
                query.apply("kind"), query.apply("stage"), query.apply("language"), query.apply("consent"),
                query.apply("purpose"), query.apply("reference"), query.apply("startedAt"));
    }

    /** @return this, with {@code other} where this says nothing */
    Told or(Told other) {
        return new Told(either(learner, other.learner), either(learnerId, other.learnerId),
                either(conversation, other.conversation), either(kind, other.kind), either(stage, other.stage),
                either(language, other.language), either(consent, other.consent), either(purpose, other.purpose),
                either(reference, other.reference), either(startedAt, other.startedAt));
    }

    /** @return 32 hex digits, the same for the same transcript sent with the same words about it */
    String fingerprint(String tenant, byte[] transcript) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(tenant, learner, learnerId, kind, stage, language, reference, startedAt).forEach(part -> {
                digest.update((part == null ? "" : part.strip()).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(transcript), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String either(String one, String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
