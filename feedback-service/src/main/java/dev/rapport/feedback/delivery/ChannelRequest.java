package dev.rapport.feedback.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel as it is added or changed.
 *
 * @param url kept as it is where it is left out
 * @param secret kept where both it and {@code url} are left out or unchanged
 * @param quietHours null for none
 * @param enabled null for yes
 */
public record ChannelRequest(@Schema(required = true) ChannelKind kind,
        @Schema(examples = "https://receiver.example/hook", description = "never shown again, only its host") String url,
        @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", description = "WEBHOOK and EMAIL_WEBHOOK: whsec_ and 24 to 64 bytes in Base64; XAPI: user:password. Never shown again.") String secret,
        @Schema(nullable = true) Hours quietHours, @Schema(nullable = true) Boolean enabled) {

    /**
     * Hours of every day in which nothing is sent.
     *
     * @param from the first quiet minute
     * @param to the first that is not; the day after where it is before {@code from}
     */
    public record Hours(@Schema(examples = "Europe/Berlin") String zone, @Schema(examples = "19:00") String from,
            @Schema(examples = "07:30") String to) {

        static Hours of(QuietHours hours) {
            return new Hours(hours.zone().getId(), hours.from().toString(), hours.to().toString());
        }
    }

    @Override
    public String toString() {
        return "channel of kind " + kind;
    }
}
