package dev.rapport.coaching.composition;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.coaching.wording.Reading;
import dev.rapport.coaching.wording.Wordings;

/** The message files that the project ships. */
public final class Shipped {

    private static final Wordings WORDINGS = read();

    private Shipped() {
    }

    public static Wordings wordings() {
        return WORDINGS;
    }

    public static Path folder() {
        Path fromModule = Path.of("../rules/messages");
        return Files.isDirectory(fromModule) ? fromModule : Path.of("rules/messages");
    }

    private static Wordings read() {
        Reading reading = MessageFolder.read(folder());
        if (reading instanceof Reading.Read sound) {
            return sound.wordings();
        }
        throw new AssertionError(reading.toString());
    }
}
