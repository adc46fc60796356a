package dev.rapport.feedback.delivery;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import dev.rapport.feedback.delivery.ChannelRequest.Hours;
import dev.rapport.feedback.delivery.wire.AddressGuard;
import dev.rapport.feedback.problem.Problems.FieldError;

/** What is to be mended in a channel somebody sent. Repeats nothing of what was sent: it may be a secret. */
final class Validation {

    private static final int LEAST_KEY = 24;
    private static final int LONGEST_KEY = 64;
    private static final String PREFIX = "whsec_";

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param url the address it will have; null for none
     * @param secret the secret it will have; null for none
     * @param learner null for a channel of the tenant
     * @return empty where all is well
     */
    static List<FieldError> of(ChannelRequest request, String url, String secret, String learner, AddressGuard guard) {
        Validation found = new Validation();
        if (request.kind() == null) {
            found.says("kind", "missing", "send one of WEBHOOK, EMAIL_WEBHOOK, SLACK, TEAMS, XAPI");
            return found.errors;
        }
        if (request.kind().isARoom() && learner == null) {
            found.says("kind", "everybody in a chat would read everybody's messages",
                    "add it to a learner, at /learners/{learner}/channels/{name}");
        }
        guard.objectionTo(url).ifPresent(against -> found.says("url", against.problem(), against.todo()));
        if (request.kind() == ChannelKind.XAPI && url != null && url.contains("?")) {
            found.says("url", "has a query", "send the address of the store, as in https://lrs.example/xapi");
        }
        found.secret(request.kind().secret(), secret);
        hours(request.quietHours(), found.errors);
        return found.errors;
    }

    /** The quiet hours of a request; empty for none, and where {@code errors} were added. */
    static Optional<QuietHours> hours(Hours hours, List<FieldError> errors) {
        if (hours == null) {
            return Optional.empty();
        }
        ZoneId zone = null;
        try {
            zone = ZoneId.of(String.valueOf(hours.zone()));
        } catch (DateTimeException unknown) {
            errors.add(new FieldError("quietHours.zone", "not a time zone", "send one such as Europe/Berlin"));
        }
        LocalTime from = time("quietHours.from", hours.from(), errors);
        LocalTime to = time("quietHours.to", hours.to(), errors);
        if (zone == null || from == null || to == null) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            errors.add(new FieldError("quietHours.to", "the same as from",
                    "send another time, or switch the channel off"));
            return Optional.empty();
        }
        return Optional.of(new QuietHours(zone, from, to));
    }

    private static LocalTime time(String field, String value, List<FieldError> errors) {
        if (value == null || !value.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            errors.add(new FieldError(field, "not a time of day", "send one such as 07:30"));
            return null;
        }
        return LocalTime.parse(value);
    }

    private void secret(ChannelKind.Secret needed, String secret) {
        switch (needed) {
            case NONE -> {
                if (secret != null) {
                    says("secret", "of no use here", "leave it out: the address is the secret");
                }
            }
            case SIGNING -> {
                if (secret == null || !isSigningKey(secret)) {
                    says("secret", "not a key", "send " + PREFIX + " and " + LEAST_KEY + " to " + LONGEST_KEY
                            + " random bytes in Base64");
                }
            }
            case PASSWORD -> {
                if (secret == null || !secret.matches("[\\x21-\\x39\\x3b-\\x7e]{1,200}:[\\x20-\\x7e]{1,200}")) {
                    says("secret", "no name and password", "send them as user:password");
                }
            }
        }
    }

    private static boolean isSigningKey(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= LEAST_KEY && bytes <= LONGEST_KEY;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private void says(String field, String problem, String todo) {
        errors.add(new FieldError(field, problem, todo));
    }
}
