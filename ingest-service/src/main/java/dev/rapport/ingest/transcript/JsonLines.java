package dev.rapport.ingest.transcript;

/** One turn a line, each line JSON: {@code speaker}, {@code text}, perhaps {@code start} and {@code end} in seconds or {@code startMillis} and {@code endMillis}. */
final class JsonLines implements Importer {

    private static final int SAMPLED = 20;

    @Override
    public String format() {
        return "json-lines";
    }

    @Override
    public int recognises(Upload upload) {
        Lines lines = upload.beginning();
        int seen = 0;
        int turns = 0;
        while (seen < SAMPLED && lines.next()) {
            if (!lines.blank()) {
                seen++;
                JsonRow row = row(lines.line());
                turns += row != null && row.text(TurnRows.SPEAKER) != null && row.text(TurnRows.TEXT) != null ? 1 : 0;
            }
        }
        // the last entry of a list written one entry a line is a JSON object on a line of its own, too
        boolean list = upload.shape().has("/*") || upload.shape().has("/turns/*");
        return turns > 0 && !list ? 92 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        TurnRows rows = new TurnRows(turns);
        Lines lines = upload.lines(turns);
        while (!rows.enough() && lines.next()) {
            if (lines.blank()) {
                continue;
            }
            JsonRow row = row(lines.line());
            if (row == null) {
                turns.fault(lines.number(), "This line is not a JSON object and was left out.",
                        "Write it as {\"speaker\": \"Name\", \"text\": \"words\"}.");
            } else {
                rows.add(lines.number(), row);
            }
        }
        rows.say();
    }

    /** The object on {@code line}; null if it is none, or not whole. */
    private static JsonRow row(String line) {
        String json = line.strip();
        if (!json.startsWith("{") || !json.endsWith("}")) {
            return null;
        }
        JsonRow[] found = {null};
        int broken = JsonWalk.walk(json, new JsonWalk.Reader() {
            @Override
            public boolean wants(String path) {
                return path.isEmpty();
            }

            @Override
            public void row(JsonRow row) {
                found[0] = found[0] == null ? row : found[0];
            }
        });
        return broken > 0 ? null : found[0];
    }
}
