package dev.rapport.feedback.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.events.BehaviourObserved;

/**
 * One sentence while a talk goes on.
 *
 * @param id the same on every stream of the learner
 * @param rule code of the behaviour
 * @param behaviour its name
 */
record Nudge(@Schema(examples = "n-6f1c9e0b7a2d4c581f0e22aa") String id,
        @Schema(examples = "talk-1") String conversation, @Schema(examples = "B20") String rule,
        @Schema(examples = "Closed questions in a row") String behaviour,
        @Schema(examples = "Start the next question with what or how.") String sentence, Instant at) {

    static Nudge about(BehaviourObserved observed, BehaviourWording wording, Instant at) {
        return new Nudge(idOf(observed), observed.conversation(), wording.code(), wording.name(), wording.live(), at);
    }

    /** Whichever replica is first, what it says of a moment has the same id. */
    private static String idOf(BehaviourObserved observed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(observed.id().getBytes(StandardCharsets.UTF_8));
            return "n-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
