package dev.rapport.ingest.transcript;

import java.util.HashMap;
import java.util.Map;

/** Whisper and what adds speakers to it: segments in seconds, and perhaps a map from speaker labels to names. */
final class Whisper implements Importer {

    private static final String SEGMENT = "/segments/*";
    private static final String SPEAKERS = "/speakers";
    private static final String[] SPEAKER = {"speaker", "speakerLabel", "speaker_label", "speaker_name"};

    @Override
    public String format() {
        return "whisper";
    }

    @Override
    public int recognises(Upload upload) {
        return upload.shape().has(SEGMENT, "text") ? 85 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        if (!upload.shape().has(SEGMENT, SPEAKER)) {
            turns.refuse(Unreadable.NOBODY_NAMED,
                    "Add speakers with a diarisation, as whisperX does, or write each turn as \"Name: words\".");
            return;
        }
        Map<String, String> names = new HashMap<>();
        JsonRows.read(upload, new Turns(), Map.of(SPEAKERS, row -> {
            for (String label : row.names()) {
                names.put(label, row.text(label));
            }
        }));
        JsonRows.read(upload, turns, Map.of(SEGMENT, row -> {
            String label = row.text(SPEAKER);
            String name = label == null ? null : names.get(label);
            turns.say(row.line(), name == null || name.isBlank() ? row.speaker(SPEAKER) : name,
                    row.text("text") == null ? "" : row.text("text"), row.seconds("start"), row.seconds("end"),
                    row.confidence("confidence"));
        }));
    }
}
