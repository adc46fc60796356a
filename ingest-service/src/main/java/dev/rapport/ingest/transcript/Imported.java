package dev.rapport.ingest.transcript;

import java.time.Instant;
import java.util.List;

/**
 * A transcript that could be read.
 *
 * @param format what it was taken for, such as {@code webvtt} or {@code otter}
 * @param turns at least one, in the order of the conversation
 * @param speakers everybody who speaks in {@code turns}, in the order of their first turn
 * @param startedAt when the conversation began; null unless the file says so with its time zone
 */
public record Imported(String format, List<ImportedTurn> turns, List<SpeakerCount> speakers, List<Warning> warnings,
        Instant startedAt) implements Outcome {

    public Imported {
        turns = List.copyOf(turns);
        speakers = List.copyOf(speakers);
        warnings = List.copyOf(warnings);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a transcript without a turn is unreadable");
        }
    }
}
