package dev.rapport.rules.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment for people and for machines.
 *
 * @param at for machines
 * @param day for people, in UTC
 */
record When(String at, String day) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static When of(Instant instant) {
        return new When(instant.toString(), DAY.format(instant) + " UTC");
    }
}
