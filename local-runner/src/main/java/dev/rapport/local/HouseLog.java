package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the libraries inside the launcher have to say goes to a file, never between what people read. */
final class HouseLog {

    private static final Logger ROOT = Logger.getLogger("");
    private static final long LONG_BYTES = 5_000_000;

    private HouseLog() {
    }

    /** Until a house is there: nothing is written anywhere. */
    static void silence() {
        for (Handler each : ROOT.getHandlers()) {
            ROOT.removeHandler(each);
        }
    }

    static void into(HouseFolder folder) {
        silence();
        try {
            var file = new FileHandler(folder.log("launcher").toString(), LONG_BYTES, 1, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.INFO);
            ROOT.addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps one former file of a log that has become long. */
    static void beginNew(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LONG_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
