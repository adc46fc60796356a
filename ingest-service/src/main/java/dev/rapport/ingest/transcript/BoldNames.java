package dev.rapport.ingest.transcript;

/** Markdown transcripts: {@code **Name** [m:ss] words}, {@code **Name:** words}. */
final class BoldNames implements Importer {

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public int recognises(Upload upload) {
        return Paragraphs.count(upload, (line, afterBlank, beforeWords) -> head(line)) > 0 ? 82 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Paragraphs.read(upload, turns, (line, afterBlank, beforeWords) -> head(line),
                line -> line.startsWith("#") || line.equals("---") || line.equals("***"));
    }

    static Paragraphs.Head head(String line) {
        if (!line.startsWith("**") && !line.startsWith("__")) {
            return null;
        }
        int close = line.indexOf(line.substring(0, 2), 2);
        if (close < 3 || close > Turns.LONGEST_NAME + 20) {
            return null;
        }
        String inner = line.substring(2, close).strip();
        String behind = line.substring(close + 2).strip();
        Paragraphs.Head time = Paragraphs.leadingTime(inner);
        Long at = time == null ? null : time.at();
        inner = time == null ? inner : time.words();
        boolean colon = inner.endsWith(":") || behind.startsWith(":");
        behind = Paragraphs.withoutColon(behind);
        int bracket = Math.max(inner.lastIndexOf('['), inner.lastIndexOf('('));
        Paragraphs.Head within = bracket > 0 ? Paragraphs.leadingTime(inner.substring(bracket)) : null;
        if (within != null) {
            at = within.at();
            inner = inner.substring(0, bracket);
        }
        Paragraphs.Head after = Paragraphs.leadingTime(behind);
        if (after != null && at == null) {
            at = after.at();
            behind = Paragraphs.withoutColon(after.words());
        }
        String name = Words.name(inner);
        return (colon || at != null) && Labels.looksLikeName(name) ? new Paragraphs.Head(name, at, behind) : null;
    }
}
