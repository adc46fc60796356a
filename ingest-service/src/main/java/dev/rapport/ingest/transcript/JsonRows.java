package dev.rapport.ingest.transcript;

import java.util.Map;
import java.util.function.Consumer;

/** Hands the rows at some paths of a JSON upload to what reads them. */
final class JsonRows {

    private JsonRows() {
    }

    /** Reads until {@code turns} are full; a text that breaks off becomes a fault. */
    static void read(Upload upload, Turns turns, Map<String, Consumer<JsonRow>> readers) {
        int broken = JsonWalk.walk(upload.text(), new JsonWalk.Reader() {
            @Override
            public boolean wants(String path) {
                return readers.containsKey(path);
            }

            @Override
            public void row(JsonRow row) {
                readers.get(row.path()).accept(row);
            }

            @Override
            public boolean enough() {
                return turns.full();
            }
        });
        if (broken > 0) {
            turns.fault(broken, "The JSON breaks off or is wrong here: what follows was left out.",
                    "Export or download the file again.");
        }
    }
}
