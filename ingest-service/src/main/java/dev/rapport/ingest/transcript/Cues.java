package dev.rapport.ingest.transcript;

/** Goes through the cues of WebVTT and SubRip files, which differ in little. */
final class Cues {

    /**
     * @param line of its time line
     * @param caption its text lines, as they are
     */
    record Cue(int line, long start, long end, String caption) {
    }

    /** Is told what lies in the file, in its order. */
    interface Reader {

        void cue(Cue cue);

        void fault(int line, String problem, String todo);

        /** Whether the rest need not be read. */
        boolean enough();
    }

    private static final String ARROW = "-->";
    private static final String TIME_LINE = "Give it a line such as \"00:00:01.000 --> 00:00:04.000\".";

    private final Lines lines;
    private final Reader reader;

    private Cue open;
    private final StringBuilder caption = new StringBuilder();
    private int lastLineAt;
    private boolean cut;
    private boolean skipping;
    private String pending;
    private int pendingLine;
    private boolean first = true;

    Cues(Lines lines, Reader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    static boolean timeLine(String line) {
        int arrow = line.indexOf(ARROW);
        return arrow > 0 && Clock.millis(line.substring(0, arrow)) != null;
    }

    void read() {
        while (!reader.enough() && lines.next()) {
            if (lines.blank()) {
                endOfBlock();
            } else {
                line(lines.line());
            }
        }
        endOfBlock();
    }

    private void endOfBlock() {
        close();
        if (pending != null && !first) {
            reader.fault(pendingLine, "This cue has no time line and was left out.", TIME_LINE);
        }
        pending = null;
        skipping = false;
        first = false;
    }

    private void line(String line) {
        int arrow = line.indexOf(ARROW);
        if (arrow >= 0 && time(line, arrow)) {
            return;
        }
        if (skipping) {
            return;
        }
        if (open != null) {
            append(line);
        } else if (pending == null) {
            if (line.startsWith("WEBVTT") && lines.number() == 1) {
                first = true;
            } else if (comment(line)) {
                skipping = true;
            } else {
                pending = line;
                pendingLine = lines.number();
                first &= lines.number() > 1 && lines.number() <= 20;
            }
        }
    }

    private static boolean comment(String line) {
        return line.equals("NOTE") || line.startsWith("NOTE ") || line.startsWith("NOTE\t") || line.equals("STYLE")
                || line.equals("REGION") || line.startsWith("STYLE ") || line.startsWith("REGION ");
    }

    /** Whether this was a time line, right or wrong. */
    private boolean time(String line, int arrow) {
        String before = line.substring(0, arrow);
        String behind = line.substring(arrow + ARROW.length()).strip();
        int settings = 0;
        while (settings < behind.length() && !Character.isWhitespace(behind.charAt(settings))) {
            settings++;
        }
        Long start = Clock.millis(before);
        Long end = Clock.millis(behind.substring(0, settings));
        boolean meant = start != null || end != null || open == null && !skipping;
        if (!meant) {
            return false;
        }
        dropIdOfNext();
        close();
        pending = null;
        first = false;
        skipping = start == null || end == null;
        if (skipping) {
            reader.fault(lines.number(), "The times of this cue cannot be read: it was left out.", TIME_LINE);
        } else {
            open = new Cue(lines.number(), start, end, "");
        }
        return true;
    }

    /** Without a blank line between two cues, the id of the second stands below the words of the first. */
    private void dropIdOfNext() {
        if (open == null || caption.isEmpty()) {
            return;
        }
        String last = caption.substring(lastLineAt).strip();
        boolean id = !last.isEmpty() && last.length() <= 80 && last.chars()
                .allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c == '-' || c == '/')
                && last.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (id) {
            caption.setLength(lastLineAt);
        }
    }

    private void append(String line) {
        if (caption.length() + line.length() > Lines.LONGEST) {
            if (!cut) {
                reader.fault(lines.number(), "This cue is longer than " + Lines.LONGEST
                        + " characters: the rest of it was left out.", "Break it into several cues.");
            }
            cut = true;
            return;
        }
        if (!caption.isEmpty()) {
            caption.append('\n');
        }
        lastLineAt = caption.length();
        caption.append(line);
    }

    private void close() {
        if (open != null) {
            reader.cue(new Cue(open.line(), open.start(), open.end(), caption.toString()));
        }
        open = null;
        caption.setLength(0);
        lastLineAt = 0;
        cut = false;
    }
}
