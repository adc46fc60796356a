package dev.rapport.ingest.transcript;

import java.util.Map;

/** AssemblyAI: utterances, or else words, with a speaker letter. Times are milliseconds. */
final class AssemblyAi implements Importer {

    private static final String UTTERANCE = "/utterances/*";
    private static final String WORD = "/words/*";

    @Override
    public String format() {
        return "assemblyai";
    }

    @Override
    public int recognises(Upload upload) {
        JsonShape shape = upload.shape();
        boolean signed = shape.has("", "acoustic_model", "audio_duration", "audio_url", "speech_model",
                "language_model");
        return shape.has(UTTERANCE, "text") ? 90 : signed && shape.has(WORD, "text") ? 85 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        if (upload.shape().has(UTTERANCE, "text")) {
            JsonRows.read(upload, turns, Map.of(UTTERANCE,
                    row -> turns.say(row.line(), row.speaker("speaker"),
                            row.text("text") == null ? "" : row.text("text"),
                            row.millis("start"), row.millis("end"), row.confidence("confidence"))));
            return;
        }
        WordRuns runs = new WordRuns();
        JsonRows.read(upload, turns,
                Map.of(WORD,
                        row -> runs.add(row.line(), row.speaker("speaker"),
                                row.text("text") == null ? "" : row.text("text"),
                                row.millis("start"), row.millis("end"), row.confidence("confidence"))));
        if (!upload.shape().has(WORD, "speaker")) {
            turns.refuse(Unreadable.NOBODY_NAMED, "Transcribe the recording again with speaker_labels switched on.");
        }
        runs.say(turns, false);
    }
}
