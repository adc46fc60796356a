package dev.rapport.ingest.transcript;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables with a speaker and a text column, perhaps times: plain numbers are seconds, or milliseconds where the column says
 * so; comma, semicolon or tab. Without a header line, in a {@code .csv} file: speaker, text, start, end.
 */
final class Csv implements Importer {

    private static final String DELIMITERS = ",;\t|";
    /** A quoted text that goes on for more lines than this was never closed. */
    private static final int MOST_LINES_OF_A_CELL = 20;
    private static final int LONGEST_HEADER = 2_000;
    private static final int BATCH = 64 * 1024;

    private static final Set<String> SPEAKER = Set.of("speaker", "speaker name", "name", "participant", "who", "person",
            "role",
            "author", "speaker label");
    private static final Set<String> TEXT = Set.of("text", "words", "utterance", "message", "content", "transcript",
            "sentence",
            "said", "spoken text");
    private static final Set<String> START = Set.of("start", "start time", "begin", "time", "timestamp", "start s",
            "start seconds", "from");
    private static final Set<String> END = Set.of("end", "end time", "stop", "end s", "end seconds", "to");
    private static final Set<String> START_MILLIS = Set.of("startmillis", "start ms", "startms", "start millis",
            "start milliseconds");
    private static final Set<String> END_MILLIS = Set.of("endmillis", "end ms", "endms", "end millis",
            "end milliseconds");
    private static final Set<String> CONFIDENCE = Set.of("confidence");

    /** Which column holds what; -1 where none does. */
    private record Columns(CSVFormat format, boolean header, int speaker, int text, int start, int end, boolean millis,
            int confidence) {
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public int recognises(Upload upload) {
        Columns columns = columns(upload);
        return columns == null ? 0 : columns.header() ? 90 : 45;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Columns columns = columns(upload);
        Lines lines = upload.lines(turns);
        if (columns.header()) {
            toFirstWords(lines);
        }
        char delimiter = columns.format().getDelimiterString().charAt(0);
        Set<String> seen = new HashSet<>();
        StringBuilder batch = new StringBuilder();
        int batchLine = 1;
        Deque<String> ahead = new ArrayDeque<>();
        while (!turns.full()) {
            String line = ahead.isEmpty() ? next(lines) : ahead.remove();
            if (line == null) {
                break;
            }
            int number = lines.number() - ahead.size();
            if (batch.isEmpty()) {
                batchLine = number;
            }
            if (seen.size() < Turns.MOST_SPEAKERS) {
                seen.add(cell(line, columns.speaker(), delimiter));
            }
            if (!endsInside(line, false, delimiter)) {
                batch.append(line).append('\n');
            } else if (closes(ahead, lines, columns, delimiter, seen)) {
                batch.append(line).append('\n');
                boolean inside = true;
                while (inside) {
                    String more = ahead.remove();
                    batch.append(more).append('\n');
                    inside = endsInside(more, true, delimiter);
                }
            } else {
                say(batch, batchLine, columns, turns);
                turns.fault(number, "A quote is opened here and never closed: the line was read by itself.",
                        "Close the quote, or double a quote that belongs to the text.");
                batch.append(line).append('\n');
                say(batch, number, columns, turns);
            }
            if (batch.length() > BATCH) {
                say(batch, batchLine, columns, turns);
            }
        }
        say(batch, batchLine, columns, turns);
    }

    private static void toFirstWords(Lines lines) {
        while (lines.next() && lines.blank()) {
            // the header is the first line with words
        }
    }

    private static String next(Lines lines) {
        return lines.next() ? lines.line() : null;
    }

    /**
     * Whether one of the next lines closes an open quote before a row begins that a known speaker says. What is read for
     * that stays in {@code ahead}.
     */
    private static boolean closes(Deque<String> ahead, Lines lines, Columns columns, char delimiter, Set<String> seen) {
        while (ahead.size() < MOST_LINES_OF_A_CELL) {
            String line = next(lines);
            if (line == null) {
                break;
            }
            ahead.add(line);
        }
        for (String line : ahead) {
            if (line.indexOf(delimiter) >= 0 && seen.contains(cell(line, columns.speaker(), delimiter))) {
                return false;
            }
            if (!endsInside(line, true, delimiter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a quoted cell is still open at the end of {@code line}. */
    private static boolean endsInside(String line, boolean insideBefore, char delimiter) {
        boolean inside = insideBefore;
        boolean cellStart = !insideBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inside) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    inside = false;
                }
            } else if (c == '"' && cellStart) {
                inside = true;
            }
            cellStart = !inside && (c == delimiter || cellStart && c == ' ');
        }
        return inside;
    }

    /** A cell of a line by itself, quotes and all: only good for comparing. */
    private static String cell(String line, int column, char delimiter) {
        int from = 0;
        for (int i = 0; i < column; i++) {
            from = line.indexOf(delimiter, from) + 1;
            if (from == 0) {
                return "";
            }
        }
        int to = line.indexOf(delimiter, from);
        return line.substring(from, Math.min(to < 0 ? line.length() : to, from + Turns.LONGEST_NAME));
    }

    private static void say(StringBuilder batch, int batchLine, Columns columns, Turns turns) {
        if (batch.isEmpty()) {
            return;
        }
        int line = batchLine;
        try (CSVParser parser = CSVParser.parse(new StringReader(batch.toString()), columns.format())) {
            for (CSVRecord record : parser) {
                say(record, line, columns, turns);
                line = batchLine + (int) parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException wrong) {
            turns.fault(line, "This line is no row of a table, and what stands right below it was left out too.",
                    "Close its quotes and upload again.");
        }
        batch.setLength(0);
    }

    private static void say(CSVRecord row, int line, Columns columns, Turns turns) {
        if (row.size() == 1 && row.get(0).isBlank()) {
            return;
        }
        String text = cell(row, columns.text());
        if (text == null) {
            turns.fault(line, "This row has no text and was left out.", "Give it as many cells as the first row has.");
            return;
        }
        turns.say(line, cell(row, columns.speaker()), text, time(cell(row, columns.start()), columns.millis()),
                time(cell(row, columns.end()), columns.millis()), confidence(cell(row, columns.confidence())));
    }

    private static String cell(CSVRecord row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : null;
    }

    private static Long time(String cell, boolean millis) {
        return cell == null ? null : millis ? Clock.plainMillis(cell) : Clock.secondsOrClock(cell);
    }

    private static Double confidence(String cell) {
        JsonRow row = new JsonRow("", 0);
        if (cell != null) {
            row.put("confidence", cell, true);
        }
        return row.confidence("confidence");
    }

    private static Columns columns(Upload upload) {
        Lines lines = upload.beginning();
        toFirstWords(lines);
        String first = lines.line();
        if (first.isBlank() || first.length() > LONGEST_HEADER) {
            return null;
        }
        for (int i = 0; i < DELIMITERS.length(); i++) {
            CSVFormat format = format(DELIMITERS.charAt(i));
            List<String> cells = cells(first, format);
            int speaker = column(cells, SPEAKER);
            int text = column(cells, TEXT);
            if (speaker >= 0 && text >= 0 && speaker != text) {
                boolean millis = column(cells, START_MILLIS) >= 0;
                return new Columns(format, true, speaker, text, column(cells, millis ? START_MILLIS : START),
                        column(cells, millis ? END_MILLIS : END), millis, column(cells, CONFIDENCE));
            }
        }
        boolean table = upload.fileName().endsWith(".csv") || upload.fileName().endsWith(".tsv");
        for (int i = 0; table && i < DELIMITERS.length(); i++) {
            CSVFormat format = format(DELIMITERS.charAt(i));
            List<String> cells = cells(first, format);
            if (cells.size() >= 2 && Labels.looksLikeName(Words.name(cells.get(0))) && Words.said(cells.get(1))) {
                boolean times = cells.size() <= 4;
                return new Columns(format, false, 0, 1, times ? 2 : -1, times ? 3 : -1, false, -1);
            }
        }
        return null;
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).setLenientEof(true)
                .setTrailingData(true).setIgnoreSurroundingSpaces(delimiter != '\t').get();
    }

    private static List<String> cells(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(new StringReader(line), format)) {
            for (CSVRecord record : parser) {
                return record.toList();
            }
            return List.of();
        } catch (IOException | UncheckedIOException noTable) {
            return List.of();
        }
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            StringBuilder plain = new StringBuilder();
            for (char c : header.get(i).toLowerCase(Locale.ROOT).toCharArray()) {
                plain.append(Character.isLetterOrDigit(c) ? c : ' ');
            }
            if (names.contains(Words.clean(plain.toString()))) {
                return i;
            }
        }
        return -1;
    }
}
