package dev.rapport.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines that are added to a file from now on. */
final class LineFollower {

    private final Path file;
    private long read;

    LineFollower(Path file) {
        this.file = file;
        try {
            this.read = Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines that came since the last call. */
    List<String> news() {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(read);
            var bytes = new byte[(int) Math.min(open.length() - read, 1 << 20)];
            open.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            read += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
