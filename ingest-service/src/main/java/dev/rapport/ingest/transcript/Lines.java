package dev.rapport.ingest.transcript;

import java.util.function.IntConsumer;

/** Goes through the lines of a text without holding them all; a line ends with LF, CR or CRLF. */
final class Lines {

    /** Characters of one line that are read; more than an hour of talk. */
    static final int LONGEST = 100_000;
    /** Lines that are enough to recognise a format. */
    static final int SAMPLED = 400;

    private final String text;
    private final int most;
    private final IntConsumer onCut;
    private int from;
    private int number;
    private String line = "";
    private int at;

    /**
     * @param most lines
     * @param onCut is told the number of each line that is longer than {@link #LONGEST}
     */
    Lines(String text, int most, IntConsumer onCut) {
        this.text = text;
        this.most = most;
        this.onCut = onCut;
    }

    /** Moves to the next line, if there is one. */
    boolean next() {
        if (from >= text.length() || number >= most) {
            return false;
        }
        at = from;
        int end = endOf(from);
        number++;
        if (end - from > LONGEST) {
            line = text.substring(from, Words.boundary(text, from + LONGEST));
            onCut.accept(number);
        } else {
            line = text.substring(from, end);
        }
        from = after(end);
        return true;
    }

    String line() {
        return line;
    }

    /** The number of {@link #line()}, from 1. */
    int number() {
        return number;
    }

    /** Where {@link #line()} begins in the text. */
    int at() {
        return at;
    }

    boolean blank() {
        return line.isBlank();
    }

    /** Whether another line follows and holds words. */
    boolean wordsFollow() {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return false;
            }
            if (!Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }

    private int endOf(int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int after(int end) {
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            return end + 2;
        }
        return end + 1;
    }
}
