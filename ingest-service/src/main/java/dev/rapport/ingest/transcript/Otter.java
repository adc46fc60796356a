package dev.rapport.ingest.transcript;

/** Otter's text export: {@code Name  m:ss} above each paragraph, a footer below all. */
final class Otter implements Importer {

    private static final String FOOTER = "Transcribed by https://otter.ai";

    @Override
    public String format() {
        return "otter";
    }

    @Override
    public int recognises(Upload upload) {
        int heads = Paragraphs.count(upload, Otter::head);
        if (heads == 0) {
            return 0;
        }
        return upload.text().contains(FOOTER) ? 90 : heads > 1 ? 84 : 60;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Paragraphs.read(upload, turns, Otter::head, line -> line.equals(FOOTER));
    }

    /** Sentences end in times too ("see you at 10:30"), so a head stands alone above its words. */
    private static Paragraphs.Head head(String line, boolean afterBlank, boolean beforeWords) {
        if (!beforeWords || line.length() > Turns.LONGEST_NAME + 20) {
            return null;
        }
        boolean bold = line.startsWith("**");
        if (!bold && !afterBlank) {
            return null;
        }
        int space = line.length() - 1;
        while (space >= 0 && !Character.isWhitespace(line.charAt(space))) {
            space--;
        }
        Long at = space > 0 ? Clock.millis(line.substring(space + 1)) : null;
        if (at == null) {
            return null;
        }
        String name = line.substring(0, space).strip();
        if (bold) {
            int close = name.indexOf("**", 2);
            if (close < 3 || close + 2 < name.length()) {
                return null;
            }
            name = name.substring(2, close);
        }
        name = Words.name(name);
        return Labels.looksLikeName(name) ? new Paragraphs.Head(name, at, "") : null;
    }
}
