package dev.rapport.feedback.team;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Whole calendar months in UTC, the only periods there are: with free ones two could be a talk apart. */
final class Months {

    /** How far back a month may be asked for. */
    static final int BACK = 12;
    /** A month is told when the day after it is over, and what was on its way has arrived. */
    private static final Duration SETTLES = Duration.ofDays(1);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Months() {
    }

    static YearMonth at(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    static YearMonth lastClosed(Instant now) {
        return at(now.minus(SETTLES)).minusMonths(1);
    }

    /** @return empty for what is no closed month of the last ones */
    static Optional<YearMonth> closed(String month, Instant now) {
        try {
            YearMonth asked = YearMonth.parse(month);
            YearMonth last = lastClosed(now);
            return asked.isAfter(last) || asked.isBefore(last.minusMonths(BACK - 1L))
                    ? Optional.empty()
                    : Optional.of(asked);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    static String name(YearMonth month) {
        return NAME.format(month);
    }
}
