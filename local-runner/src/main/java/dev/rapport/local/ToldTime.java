package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** The file that tells a house of the past what time it is. When it is closed, the house lives now. */
record ToldTime(Path file) implements AutoCloseable {

    /** From the return of this on it is {@code now}. */
    void is(Instant now) {
        try {
            var beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), now + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
