package dev.rapport.ingest.transcript;

/** Reads one transcript format. */
interface Importer {

    /** The name of the format, for people and for metrics. */
    String format();

    /**
     * How surely {@code upload} is of this format: 0 is not at all, 100 without doubt. Looks at a beginning of the text
     * only, or at {@link Upload#shape()}.
     */
    int recognises(Upload upload);

    /** Says every turn of {@code upload}; whatever cannot be read becomes a fault and costs nothing else. */
    void read(Upload upload, Turns turns);
}
