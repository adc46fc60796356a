package dev.rapport.local;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Which house a verb is about. */
final class HouseOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Where the house keeps its state; default: $RAPPORT_DATA or "
            + "~/.rapport.")
    private Path data;

    @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rules a house is started with; default: "
            + "rules/ of this checkout.")
    private Path rules;

    HouseFolder folder() {
        if (data != null) {
            return new HouseFolder(data);
        }
        var told = System.getenv("RAPPORT_DATA");
        return new HouseFolder(told == null || told.isBlank()
                ? Path.of(home(), ".rapport")
                : Path.of(told));
    }

    /** That of the sample tenant, which never is somebody's own house by accident. */
    HouseFolder sampleFolder() {
        return data != null ? folder() : new HouseFolder(Path.of(folder().path() + "-sample"));
    }

    Path rules() {
        return (rules == null ? Checkout.here().rules() : rules).toAbsolutePath().normalize();
    }

    /** As the shell has it, which need not be what the user database says. */
    private static String home() {
        var told = System.getenv("HOME");
        return told == null || told.isBlank() ? System.getProperty("user.home") : told;
    }
}
