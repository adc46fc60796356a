package dev.rapport.ingest.transcript;

/** Plain text: {@code Name: words}, with or without a time before or behind the name. */
final class PlainNames implements Importer {

    @Override
    public String format() {
        return "plain";
    }

    @Override
    public int recognises(Upload upload) {
        return conversation(look(upload.beginning())) ? 50 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Labels labels = look(upload.lines(new Turns())).labels;
        Paragraphs.read(upload, turns, (line, afterBlank, beforeWords) -> {
            Paragraphs.Head head = head(line);
            return head != null && labels.accepts(head.name()) ? head : null;
        }, line -> false);
    }

    /** What the lines of a text begin with. */
    private static final class Look {
        private final Labels labels = new Labels();
        private int lines;
    }

    private static Look look(Lines lines) {
        Look look = new Look();
        while (lines.next()) {
            if (!lines.blank()) {
                look.lines++;
                Paragraphs.Head head = head(lines.line().strip());
                if (head != null) {
                    look.labels.count(head.name());
                }
            }
        }
        return look;
    }

    /** Any prose has a colon here and there: in a conversation names come back, and often. */
    private static boolean conversation(Look look) {
        int named = look.labels.accepted();
        if (named == 0) {
            return false;
        }
        long recurring = look.labels.recurring();
        if (named * 2 >= look.lines) {
            return recurring > 0 || look.lines <= 8;
        }
        return recurring >= 2 && named * 20 >= look.lines;
    }

    static Paragraphs.Head head(String line) {
        String rest = unbulleted(line);
        Paragraphs.Head time = Paragraphs.leadingTime(rest);
        Long at = null;
        if (time != null) {
            at = time.at();
            rest = unbulleted(Paragraphs.withoutColon(time.words()));
        }
        String name;
        if (rest.startsWith("[")) {
            int close = rest.indexOf(']');
            if (close < 2 || close > Turns.LONGEST_NAME || close + 1 >= rest.length()
                    || rest.charAt(close + 1) != ':') {
                return null;
            }
            name = Words.name(rest.substring(1, close));
            rest = rest.substring(close + 2).strip();
        } else {
            Paragraphs.Head timed = at == null ? nameWithTime(rest) : null;
            if (timed != null) {
                return timed;
            }
            Labels.Label label = Labels.before(rest);
            if (label == null) {
                return null;
            }
            name = label.name();
            rest = rest.substring(label.words()).strip();
        }
        if (at == null) {
            Paragraphs.Head behind = rest.startsWith("[") || rest.startsWith("(") ? Paragraphs.leadingTime(rest) : null;
            if (behind != null) {
                at = behind.at();
                rest = behind.words();
            }
        }
        return Labels.looksLikeName(name) ? new Paragraphs.Head(name, at, rest) : null;
    }

    /** {@code Name (m:ss): words} and {@code Name [m:ss] words}. */
    private static Paragraphs.Head nameWithTime(String line) {
        int most = Math.min(line.length(), Turns.LONGEST_NAME);
        for (int i = 1; i < most; i++) {
            char c = line.charAt(i);
            if (c == ':') {
                return null;
            }
            if (c == '[' || c == '(') {
                Paragraphs.Head time = Paragraphs.leadingTime(line.substring(i, Math.min(line.length(), i + 24)));
                String name = Words.name(line.substring(0, i));
                if (time != null && Labels.looksLikeName(name)) {
                    char close = c == '[' ? ']' : ')';
                    String words = line.substring(line.indexOf(close, i) + 1).strip();
                    return new Paragraphs.Head(name, time.at(), Paragraphs.withoutColon(words));
                }
            }
        }
        return null;
    }

    /** Without the dash, arrow or number that a list puts before its entries. */
    private static String unbulleted(String line) {
        int i = 0;
        while (i < line.length()
                && (Character.isWhitespace(line.charAt(i)) || "-*>\u2022\u2013\u2014".indexOf(line.charAt(i)) >= 0)) {
            i++;
        }
        int digits = i;
        while (digits < line.length() && digits < i + 5 && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        boolean numbered = digits > i && digits + 1 < line.length() && ".)".indexOf(line.charAt(digits)) >= 0
                && line.charAt(digits + 1) == ' ';
        return line.substring(numbered ? digits + 1 : i).strip();
    }
}
