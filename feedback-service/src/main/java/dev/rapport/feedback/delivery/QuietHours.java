package dev.rapport.feedback.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Hours of every day in which nobody is written to, as the clock on the wall says.
 *
 * @param from the first quiet minute
 * @param to the first that is not; the day after where it is before {@code from}
 */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that begin when they end");
        }
    }

    /** When something that is ready at {@code at} may be sent: at once, or when it is quiet no more. */
    public Instant over(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        if (!isQuiet(here.toLocalTime())) {
            return at;
        }
        LocalDate day = here.toLocalTime().isBefore(to) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        LocalDateTime end = day.atTime(to);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        if (change != null && change.isGap()) {
            // the clock jumps over the end
            return change.getInstant();
        }
        // an hour that comes twice is quiet twice
        return end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
