package dev.rapport.ingest.transcript;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google Meet transcripts saved as text: a title with date and time, attendees, {@code Name: words}, and every few minutes
 * a time on a line of its own. Those times are too far apart to be anybody's, so the turns have none.
 */
final class GoogleMeet implements Importer {

    private static final String GENERATED = "This editable transcript was computer generated";
    private static final int HEADER_LINES = 40;
    /** On one short line, with bounded repetition only. */
    private static final Pattern STARTED = Pattern
            .compile(
                    "(\\d{4})[-/](\\d{2})[-/](\\d{2}) (\\d{2}):(\\d{2}) (?:GMT|UTC)([+-]\\d{1,2})?(?::(\\d{2}))?(?![\\d:])");

    @Override
    public String format() {
        return "google-meet";
    }

    @Override
    public int recognises(Upload upload) {
        Lines lines = upload.beginning();
        boolean title = false;
        boolean attendees = false;
        boolean named = false;
        while (lines.next()) {
            String line = bare(lines.line());
            title |= lines.number() <= 10 && (line.endsWith("- Transcript") || line.endsWith("\u2013 Transcript"));
            attendees |= lines.number() <= HEADER_LINES && line.equals("Attendees");
            named |= head(line) != null;
        }
        boolean signed = title || attendees || upload.text().contains(GENERATED);
        return named && (title && attendees || signed && upload.text().contains(GENERATED)) ? 95 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Labels labels = look(upload, turns);
        Predicate<String> notice = line -> notice(bare(line));
        boolean[] talking = {false};
        Paragraphs.read(upload, turns, (line, afterBlank, beforeWords) -> {
            Paragraphs.Head head = head(bare(line));
            boolean speaker = head != null && speaks(head.name(), labels);
            talking[0] |= speaker;
            return speaker ? head : null;
        }, line -> !talking[0] && header(bare(line), labels) || notice.test(line));
    }

    /** Who the header says is there, who else stands before a colon, and when it began. */
    private static Labels look(Upload upload, Turns turns) {
        Labels labels = new Labels();
        Lines lines = upload.lines(new Turns());
        boolean attendees = false;
        while (lines.next()) {
            String line = bare(lines.line());
            if (lines.number() <= HEADER_LINES) {
                if (lines.number() <= 5) {
                    Instant started = started(line);
                    if (started != null) {
                        turns.startedAt(started);
                    }
                }
                if (attendees && !line.isEmpty()) {
                    for (String name : line.split(",")) {
                        labels.know(Words.name(name));
                    }
                    attendees = false;
                }
                attendees |= line.equals("Attendees") || line.equals("Invited");
            }
            Paragraphs.Head head = head(line);
            if (head != null) {
                labels.count(head.name());
            }
        }
        return labels;
    }

    /** Lines above the talk that are nobody's words: without a name and colon, they need no warning. */
    private static boolean header(String line, Labels labels) {
        Paragraphs.Head head = head(line);
        return head == null || !speaks(head.name(), labels);
    }

    /** A name of more than four words only if the attendees have it. */
    private static boolean speaks(String name, Labels labels) {
        return labels.knows(name) || Labels.looksLikeName(name) && labels.accepts(name);
    }

    private static boolean notice(String line) {
        return Clock.millis(line) != null && line.length() >= 7 || line.startsWith("Meeting ended after ")
                || line.startsWith("Transcription ended after ") || line.startsWith(GENERATED)
                || line.startsWith("Transcription started by ");
    }

    /** Names may be longer here than elsewhere: the line says in so many words who speaks. */
    private static Paragraphs.Head head(String line) {
        int most = Math.min(line.length(), Turns.LONGEST_NAME);
        for (int i = 1; i < most; i++) {
            if (line.charAt(i) == ':') {
                if (i + 1 < line.length() && !Character.isWhitespace(line.charAt(i + 1)) && line.charAt(i + 1) != '*') {
                    return null;
                }
                String name = Words.name(line.substring(0, i).replace("*", ""));
                String words = line.substring(i + 1).replace("**", "").strip();
                boolean plausible = Labels.looksLikeName(name) || name.split(" ").length <= 8 && name.indexOf('.') < 0
                        && Labels.possible(name);
                return plausible ? new Paragraphs.Head(name, null, words) : null;
            }
        }
        return null;
    }

    /** Without the marks of headings and emphasis that a document export puts around its notices. */
    private static String bare(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && (line.charAt(from) == '#' || line.charAt(from) == '_' || line.charAt(from) == '*'
                || line.charAt(from) == '\uFEFF' || Character.isWhitespace(line.charAt(from)))) {
            from++;
        }
        while (to > from && (line.charAt(to - 1) == '_' || line.charAt(to - 1) == '*'
                || Character.isWhitespace(line.charAt(to - 1)))) {
            to--;
        }
        return line.substring(from, to);
    }

    /** Only with an offset from UTC: letters such as EST mean different zones in different places. */
    private static Instant started(String line) {
        Matcher at = STARTED.matcher(line.length() > 300 ? line.substring(0, 300) : line);
        if (!at.find()) {
            return null;
        }
        try {
            int hours = at.group(6) == null ? 0 : Integer.parseInt(at.group(6));
            int minutes = at.group(7) == null ? 0 : Integer.parseInt(at.group(7));
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
            return LocalDateTime.of(number(at, 1), number(at, 2), number(at, 3), number(at, 4), number(at, 5))
                    .toInstant(offset);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(Matcher at, int group) {
        return Integer.parseInt(at.group(group));
    }
}
