package dev.rapport.ingest.transcript;

import java.util.List;

/** What became of an uploaded transcript. */
public sealed interface Outcome permits Imported, Unreadable {

    /** What was left out or mended, in the order of the file. */
    List<Warning> warnings();
}
