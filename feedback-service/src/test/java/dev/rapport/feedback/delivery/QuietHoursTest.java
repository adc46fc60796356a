package dev.rapport.feedback.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
            // over noon
            "UTC,           12:00, 14:00, 2026-03-02T11:59:59Z, 2026-03-02T11:59:59Z",
            "UTC,           12:00, 14:00, 2026-03-02T12:00:00Z, 2026-03-02T14:00:00Z",
            "UTC,           12:00, 14:00, 2026-03-02T13:59:59Z, 2026-03-02T14:00:00Z",
            "UTC,           12:00, 14:00, 2026-03-02T14:00:00Z, 2026-03-02T14:00:00Z",
            // over midnight, before and after it
            "Europe/Berlin, 19:00, 07:30, 2026-03-02T18:00:00Z, 2026-03-03T06:30:00Z",
            "Europe/Berlin, 19:00, 07:30, 2026-03-03T02:00:00Z, 2026-03-03T06:30:00Z",
            "Europe/Berlin, 19:00, 07:30, 2026-03-03T06:30:00Z, 2026-03-03T06:30:00Z",
            "Europe/Berlin, 19:00, 07:30, 2026-03-02T17:59:00Z, 2026-03-02T17:59:00Z",
            // the other side of the world, where it is another day
            "Pacific/Auckland, 22:00, 07:00, 2026-07-01T10:30:00Z, 2026-07-01T19:00:00Z",
            // the night that is an hour shorter, and the one that is an hour longer
            "Europe/Berlin, 22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
            "Europe/Berlin, 22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
            // it ends at a time that does not come, 02:30, so when the clock jumps over it
            "Europe/Berlin, 22:00, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
            // it ends at a time that comes twice, so at the second
            "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:15:00Z, 2026-10-25T01:30:00Z",
            "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:15:00Z, 2026-10-25T01:30:00Z",
            // a clock that moves by half an hour
            "Australia/Lord_Howe, 22:00, 06:00, 2026-10-03T14:00:00Z, 2026-10-03T19:00:00Z"})
    void whatIsReadyInQuietHoursWaitsForTheirEnd(String zone, String from, String to, String at, String sent) {
        QuietHours hours = new QuietHours(ZoneId.of(zone), LocalTime.parse(from), LocalTime.parse(to));

        assertThat(hours.over(Instant.parse(at))).isEqualTo(Instant.parse(sent));
    }

    @Property(tries = 500)
    void whatWaitedIsSentOutsideOfQuietHoursAndWithinADayAndAnHour(@ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(min = 1, max = 1439) int length, @ForAll @IntRange(max = 365 * 24 * 60) int minute) {
        LocalTime begin = LocalTime.MIDNIGHT.plusMinutes(from);
        QuietHours hours = new QuietHours(ZoneId.of("America/New_York"), begin, begin.plusMinutes(length));
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));

        Instant sent = hours.over(at);

        assertThat(sent).isAfterOrEqualTo(at).isBeforeOrEqualTo(at.plus(Duration.ofHours(25)));
        assertThat(hours.over(sent)).isEqualTo(sent);
    }

    @Test
    void hoursThatNeverEndAreNone() {
        LocalTime noon = LocalTime.NOON;
        ZoneId zone = ZoneId.of("UTC");

        assertThatThrownBy(() -> new QuietHours(zone, noon, noon)).isInstanceOf(IllegalArgumentException.class);
    }
}
