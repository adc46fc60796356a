package dev.rapport.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a child in a session of its own where the machine can, so that Ctrl-C on a terminal reaches only the process in
 * front, which then ends its children in the right order.
 */
public final class OwnSession {

    private static final boolean POSSIBLE = Stream
            .of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "setsid")).anyMatch(Files::isExecutable);

    private OwnSession() {
    }

    /** What to put before a command; empty where there is nothing of the kind. The process id stays that of the command. */
    public static List<String> prefix() {
        return POSSIBLE ? List.of("setsid") : List.of();
    }
}
