package dev.rapport.ingest.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads an uploaded transcript of any known format. */
public final class Transcripts {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST_UPLOAD = 20 * 1024 * 1024;

    /** The surer of two formats is tried; of two equally sure ones the first. */
    private static final List<Importer> IMPORTERS = List.of(new WebVtt(), new GoogleMeet(),
            CallAnalytics.amazonTranscribe(),
            CallAnalytics.contactLens(), new Deepgram(), new JsonLines(), new AssemblyAi(), new Csv(), new SubRip(),
            new ZoomSaved(), new Whisper(), new Otter(), new BoldNames(), new JsonTurns(), new PlainNames());

    private Transcripts() {
    }

    /**
     * Never throws on any content, and takes time linear in its size.
     *
     * @param upload the file as it came
     * @param fileName a hint where the content leaves the format open; null where unknown
     */
    public static Outcome read(byte[] upload, String fileName) {
        if (upload.length > LARGEST_UPLOAD) {
            return new Unreadable("This file is larger than " + LARGEST_UPLOAD / 1024 / 1024 + " MB.",
                    "Split it and upload each part as its own conversation.", List.of());
        }
        Decoded decoded = Decoded.of(upload);
        if (decoded instanceof Decoded.NotText notText) {
            return new Unreadable(notText.reason(), notText.todo(), List.of());
        }
        Decoded.Text text = (Decoded.Text) decoded;
        return withWarnings(read(Upload.of(text.text(), fileName)), text.warnings());
    }

    private static Outcome read(Upload upload) {
        Importer surest = null;
        int score = 0;
        for (Importer importer : IMPORTERS) {
            int its = importer.recognises(upload);
            if (its > score) {
                surest = importer;
                score = its;
            }
        }
        if (surest == null) {
            return upload.shape().isEmpty()
                    ? new Unreadable(Unreadable.NOBODY_NAMED, Unreadable.NAME_THEM, List.of())
                    : new Unreadable("This JSON holds no transcript in a shape that is known.",
                            "Upload the transcript of a transcription service as it came, or one turn a line as"
                                    + " {\"speaker\": \"Name\", \"text\": \"words\"}.",
                            List.of());
        }
        Turns turns = new Turns();
        surest.read(upload, turns);
        return turns.outcome(surest.format());
    }

    private static Outcome withWarnings(Outcome outcome, List<Warning> before) {
        if (before.isEmpty()) {
            return outcome;
        }
        List<Warning> all = new ArrayList<>(before);
        all.addAll(outcome.warnings());
        all.sort(Comparator.comparingInt(Warning::line));
        if (outcome instanceof Imported imported) {
            return new Imported(imported.format(), imported.turns(), imported.speakers(), all, imported.startedAt());
        }
        Unreadable unreadable = (Unreadable) outcome;
        return new Unreadable(unreadable.reason(), unreadable.todo(), all);
    }
}
