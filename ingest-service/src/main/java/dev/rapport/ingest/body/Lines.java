package dev.rapport.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A body line by line, so that no more than one line of it is in memory. Blank lines are counted but not returned. */
public final class Lines {

    /** No line needs more: a text of the greatest length with every character escaped, and as much again. */
    public static final int LONGEST_LINE = 256 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int filled;
    private int number;

    public Lines(InputStream body) {
        this.body = body;
    }

    /**
     * @param number from 1
     * @param bytes without its line end; the first {@link #LONGEST_LINE} of them if it is longer
     * @param tooLong whether it is longer
     */
    public record Line(int number, byte[] bytes, boolean tooLong) {
    }

    /** @return the next line that is not blank; empty at the end */
    public Optional<Line> next() {
        try {
            while (true) {
                Line line = read();
                if (line == null) {
                    return Optional.empty();
                }
                if (!isBlank(line.bytes())) {
                    return Optional.of(line);
                }
            }
        } catch (IOException broken) {
            throw Body.broken();
        }
    }

    private Line read() throws IOException {
        byte[] line = new byte[512];
        int length = 0;
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (next == filled) {
                filled = body.read(buffer);
                next = 0;
                if (filled <= 0) {
                    filled = 0;
                    return any ? line(line, length, tooLong) : null;
                }
            }
            any = true;
            byte b = buffer[next++];
            if (b == '\n') {
                return line(line, length, tooLong);
            }
            if (length == LONGEST_LINE) {
                tooLong = true;
                continue;
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST_LINE, length * 2));
            }
            line[length++] = b;
        }
    }

    private Line line(byte[] bytes, int length, boolean tooLong) {
        int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
        return new Line(++number, Arrays.copyOf(bytes, end), tooLong);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
