package dev.rapport.feedback.delivery;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.feedback.delivery.ChannelRequest.Hours;

/**
 * A channel as it is shown: neither its address nor its secret.
 *
 * @param learner whose it is; null for a channel of the tenant
 * @param host where it leads
 * @param disabledReason null while it is enabled
 */
public record ChannelView(@Schema(examples = "crm") String name, @Schema(nullable = true) String learner,
        ChannelKind kind, @Schema(examples = "receiver.example") String host, @Schema(nullable = true) Hours quietHours,
        boolean enabled, @Schema(nullable = true) String disabledReason, Instant changedAt) {

    static ChannelView of(ChannelEntity row) {
        return of(row, row.quiet());
    }

    /** @param quiet hours that count in place of its own */
    static ChannelView of(ChannelEntity row, Optional<QuietHours> quiet) {
        return new ChannelView(row.name, row.learner, row.kind, row.host, quiet.map(Hours::of).orElse(null),
                row.enabled, row.disabledReason, row.changedAt);
    }
}
