package dev.rapport.ingest.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns written one to an object: {@code speaker} and {@code text}, perhaps times, perhaps a turn number. */
final class TurnRows {

    static final String[] SPEAKER = {"speaker", "speaker_name", "speakerName", "name", "participant"};
    static final String[] TEXT = {"text", "words", "content", "utterance", "message"};
    private static final int MOST_ROWS = 100_000;

    private record Row(int number, int line, String speaker, String text, Long start, Long end, Double confidence) {
    }

    private final List<Row> rows = new ArrayList<>();
    private final Turns turns;
    private boolean numbered = true;

    TurnRows(Turns turns) {
        this.turns = turns;
    }

    boolean enough() {
        return turns.full() || rows.size() > MOST_ROWS;
    }

    /**
     * @param line of the file; may differ from the row's own where each line is a text of its own
     */
    void add(int line, JsonRow row) {
        String text = row.text(TEXT);
        if (text == null) {
            turns.fault(line, "This turn has no text and was left out.", "Give it the field \"text\".");
            return;
        }
        if (rows.size() == MOST_ROWS) {
            turns.fault(line, "There are more than " + MOST_ROWS + " entries: everything from here on was left out.",
                    "Split the file and upload each part as its own conversation.");
        }
        int number = row.positive("turn");
        numbered &= number > 0;
        Long start = row.has("startMillis") || row.has("start_ms")
                ? row.millis("startMillis", "start_ms")
                : row.seconds("start", "start_time");
        Long end = row.has("endMillis") || row.has("end_ms")
                ? row.millis("endMillis", "end_ms")
                : row.seconds("end", "end_time");
        rows.add(new Row(number, line, row.speaker(SPEAKER), text, start, end, row.confidence("confidence")));
    }

    /** In the order of the turn numbers if every row has one; a number that comes again is the same turn sent again. */
    void say() {
        if (numbered) {
            rows.sort(Comparator.comparingInt(Row::number));
        }
        int last = 0;
        for (Row row : rows) {
            if (numbered && row.number() == last) {
                turns.fault(row.line(), "Turn " + row.number() + " stands in this file before: this one was left out.",
                        "Give each turn a number of its own.");
                continue;
            }
            last = row.number();
            turns.say(row.line(), row.speaker(), row.text(), row.start(), row.end(), row.confidence());
        }
    }
}
