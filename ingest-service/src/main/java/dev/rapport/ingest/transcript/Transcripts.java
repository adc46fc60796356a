package dev.rapport.ingest.transcript;

import java.util.List;

/** Reads an uploaded transcript of any known format. */
public final class Transcripts {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST_UPLOAD = 20 * 1024 * 1024;

    private Transcripts() {
    }

    /**
     * Never throws on any content, and takes time linear in its size.
     *
     * @param upload the file as it came
     * @param fileName a hint where the content leaves the format open; null where unknown
     */
    public static Outcome read(byte[] upload, String fileName) {
        return new Unreadable("The file is empty.", "Choose the file that holds the conversation.", List.of());
    }
}
