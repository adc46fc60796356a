package dev.rapport.feedback.delivery.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After} (RFC 9110, 10.2.3). */
final class RetryAfter {

    private RetryAfter() {
    }

    /**
     * @param header null where it is missing
     * @return zero for what is missing, past or unreadable
     */
    static Duration of(String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String value = header.strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
