package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with the built services, the rules and the samples. */
record Checkout(Path path) {

    /** Where {@code ./rapport} says it is. */
    static Checkout here() {
        return new Checkout(Path.of(System.getProperty("rapport.home", "")).toAbsolutePath().normalize());
    }

    Path rules() {
        return path.resolve("rules");
    }

    Path samples() {
        return path.resolve("samples");
    }

    /** @throws Failure when it has not been built */
    PackagedService service(String name) {
        var jar = path.resolve(name).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new Failure(Exit.NO_HOUSE, name + " is not built (no " + jar + "); ./rapport build builds it");
        }
        return new PackagedService(name, jar);
    }
}
