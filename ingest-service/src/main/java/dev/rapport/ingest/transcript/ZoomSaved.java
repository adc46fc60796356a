package dev.rapport.ingest.transcript;

/** What Zoom saves as text: {@code [Name] hh:mm:ss} above the words, or {@code hh:mm:ss From Name}; times are of the day. */
final class ZoomSaved implements Importer {

    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    @Override
    public String format() {
        return "zoom-text";
    }

    @Override
    public int recognises(Upload upload) {
        return Paragraphs.count(upload, (line, afterBlank, beforeWords) -> head(line)) > 0 ? 86 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        SinceFirst since = new SinceFirst();
        Paragraphs.read(upload, turns, (line, afterBlank, beforeWords) -> {
            Paragraphs.Head head = head(line);
            return head == null ? null : new Paragraphs.Head(head.name(), since.millis(head.at()), head.words());
        }, line -> false);
    }

    private static Paragraphs.Head head(String line) {
        if (line.startsWith("[")) {
            int close = line.indexOf(']');
            if (close < 2 || close > Turns.LONGEST_NAME) {
                return null;
            }
            Long at = ofDay(line.substring(close + 1).strip());
            String name = line.substring(1, close);
            return at == null || !Labels.possible(Words.name(name)) ? null : new Paragraphs.Head(name, at, "");
        }
        Paragraphs.Head time = Paragraphs.leadingTime(line);
        if (time == null || !(time.words().startsWith("From ") || time.words().startsWith("From\t"))) {
            return null;
        }
        String rest = time.words().substring(5).strip();
        int colon = rest.indexOf(':');
        String name = colon < 0 ? rest : rest.substring(0, colon);
        int to = Math.max(name.lastIndexOf(" to "), name.lastIndexOf(" To "));
        name = to > 0 ? name.substring(0, to) : name;
        return name.isBlank() || name.length() > Turns.LONGEST_NAME
                ? null
                : new Paragraphs.Head(name.strip(), time.at(), colon < 0 ? "" : rest.substring(colon + 1).strip());
    }

    /** With {@code AM} or {@code PM} behind it, or on 24 hours. */
    private static Long ofDay(String time) {
        boolean noon = time.length() > 2 && time.regionMatches(true, time.length() - 2, "PM", 0, 2);
        boolean night = time.length() > 2 && time.regionMatches(true, time.length() - 2, "AM", 0, 2);
        if (!noon && !night) {
            return Clock.millis(time);
        }
        Long half = Clock.millis(time.substring(0, time.length() - 2));
        if (half == null) {
            return null;
        }
        long hours12 = DAY_MILLIS / 2;
        return half % hours12 + (noon ? hours12 : 0);
    }

    /** Times of the day as times since the first of them; a talk may go on past midnight. */
    private static final class SinceFirst {

        private Long first;
        private long last;
        private long days;

        Long millis(long ofDay) {
            if (first == null) {
                first = ofDay;
                last = ofDay;
            }
            if (last - ofDay > DAY_MILLIS / 2) {
                days += DAY_MILLIS;
            }
            last = ofDay;
            return ofDay + days - first;
        }
    }
}
