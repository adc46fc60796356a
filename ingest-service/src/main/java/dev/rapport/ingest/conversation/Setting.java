package dev.rapport.ingest.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.rapport.ingest.problem.Fault;

/**
 * What a conversation is for, between whom and when. See {@link dev.rapport.events.ConversationOpened} for its parts.
 */
public record Setting(String kind, String stage, String language, Instant startedAt) {

    static final String NO_KIND = "general";
    static final List<String> STAGES = List.of("first-contact", "building", "established");

    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    /**
     * @param kind words are joined by hyphens and made lower case; null for {@value #NO_KIND}
     * @param stage one of {@link #STAGES}, written with spaces or hyphens; may be null
     * @param language a BCP 47 tag; may be null
     * @param startedAt ISO 8601 with an offset; may be null
     * @param faults told of each that cannot be understood, which then counts as not told
     */
    public static Setting read(String kind, String stage, String language, String startedAt, Fault.Sink faults) {
        return new Setting(kind(kind, faults), stage(stage, faults), language(language, faults),
                startedAt(startedAt, faults));
    }

    private static String kind(String kind, Fault.Sink faults) {
        if (isNothing(kind)) {
            return NO_KIND;
        }
        String joined = hyphenated(kind);
        if (joined.length() > 64 || !KIND.matcher(joined).matches()) {
            faults.fault("kind", "kind must be words of letters and digits, at most 64 characters",
                    "send what the talk is for, e.g. sales-discovery");
            return NO_KIND;
        }
        return joined;
    }

    private static String stage(String stage, Fault.Sink faults) {
        if (isNothing(stage)) {
            return null;
        }
        String joined = hyphenated(stage);
        if (!STAGES.contains(joined)) {
            faults.fault("stage", "that stage is not known",
                    "send one of " + String.join(", ", STAGES) + ", or leave it out");
            return null;
        }
        return joined;
    }

    private static String language(String language, Fault.Sink faults) {
        if (isNothing(language)) {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(language.strip()).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException none) {
            // said below
        }
        faults.fault("language", "language must be a BCP 47 tag",
                "send e.g. en or en-GB, or leave it out to have it detected");
        return null;
    }

    private static Instant startedAt(String startedAt, Fault.Sink faults) {
        if (isNothing(startedAt)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(startedAt.strip()).toInstant();
        } catch (DateTimeException none) {
            faults.fault("startedAt", "startedAt must be a time in ISO 8601 with its offset",
                    "send e.g. 2026-03-02T09:30:00Z");
            return null;
        }
    }

    private static boolean isNothing(String told) {
        return told == null || told.isBlank();
    }

    private static String hyphenated(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
