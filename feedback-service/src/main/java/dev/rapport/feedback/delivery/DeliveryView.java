package dev.rapport.feedback.delivery;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a delivery is.
 *
 * @param id also the receiver's {@code webhook-id}, or the id of the statement
 * @param nextAt when it is sent, or sent again, at the earliest; null once it has ended
 * @param lastStatus the receiver's last answer; null without one
 * @param lastProblem why the last attempt failed; null if it did not
 */
public record DeliveryView(@Schema(examples = "4f0c3a58-5a35-3a2c-8d3b-0c2f5b1f6a11") String id,
        @Schema(examples = "m-6f1c9e0b7a2d4c581f0e22aa") String message, DeliveryState state,
        @Schema(examples = "1") int attempts, @Schema(nullable = true) Instant nextAt,
        @Schema(examples = "503", nullable = true) Integer lastStatus,
        @Schema(examples = "the receiver answered 503", nullable = true) String lastProblem,
        Instant createdAt, @Schema(nullable = true) Instant endedAt) {

    static DeliveryView of(DeliveryEntity row) {
        return new DeliveryView(row.id, row.message, row.state, row.attempts,
                row.state == DeliveryState.WAITING ? row.nextAt : null, row.lastStatus, row.lastProblem, row.createdAt,
                row.endedAt);
    }
}
