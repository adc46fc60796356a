package dev.rapport.feedback.message;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import dev.rapport.events.Ids;

/**
 * Where a page of messages ended: the place is a message, not a number, so new messages move nothing.
 *
 * @param composedAt of the last message of the page
 * @param id of that message
 */
record Cursor(Instant composedAt, String id) {

    String opaque() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((composedAt + "/" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @return empty for what no answer of ours ever held */
    static Optional<Cursor> of(String opaque) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8).split("/", 2);
            return parts.length == 2 && Ids.isValid(parts[1])
                    ? Optional.of(new Cursor(Instant.parse(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
