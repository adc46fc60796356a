package dev.rapport.ingest.transcript;

import java.util.Map;

/** One JSON text with a list of turns, by itself or as {@code turns}. */
final class JsonTurns implements Importer {

    @Override
    public String format() {
        return "json-turns";
    }

    @Override
    public int recognises(Upload upload) {
        return path(upload) == null ? 0 : 80;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        TurnRows rows = new TurnRows(turns);
        JsonRows.read(upload, turns, Map.of(path(upload), row -> {
            if (!rows.enough()) {
                rows.add(row.line(), row);
            }
        }));
        rows.say();
    }

    private static String path(Upload upload) {
        for (String path : new String[]{"/*", "/turns/*"}) {
            if (upload.shape().has(path, TurnRows.SPEAKER) && upload.shape().has(path, TurnRows.TEXT)) {
                return path;
            }
        }
        return null;
    }
}
