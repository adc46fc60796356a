package dev.rapport.feedback.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them in the language of the page. */
final class Days {

    private Days() {
    }

    static String day(Instant at, Texts texts) {
        return written(texts.dayPattern(), at, texts);
    }

    static String minute(Instant at, Texts texts) {
        return written(texts.minutePattern(), at, texts);
    }

    private static String written(String pattern, Instant at, Texts texts) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(texts.lang())).withZone(ZoneOffset.UTC)
                .format(at);
    }
}
