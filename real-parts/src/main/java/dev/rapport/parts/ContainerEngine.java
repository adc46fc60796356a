package dev.rapport.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;

/** Whether parts come in containers. Decided once a JVM. */
final class ContainerEngine {

    /** System property: {@code auto} (the default), {@code embedded} or {@code containers}. */
    private static final String WISH = "rapport.parts";

    private static final boolean WANTED = decide();

    private ContainerEngine() {
    }

    static boolean answers() {
        return WANTED;
    }

    /** Why parts come as they do, for people. */
    static String reason() {
        return switch (wish()) {
            case "auto" -> WANTED ? "a container engine answers" : "no container engine answers";
            default -> WISH + "=" + wish();
        };
    }

    private static boolean decide() {
        return switch (wish()) {
            case "embedded" -> false;
            case "containers" -> true;
            case "auto" -> somethingToAsk() && quietly(() -> DockerClientFactory.instance().isDockerAvailable());
            default -> throw new IllegalArgumentException(
                    WISH + " is \"" + wish() + "\", expected auto, embedded or containers");
        };
    }

    private static String wish() {
        return System.getProperty(WISH, "auto").toLowerCase(Locale.ROOT);
    }

    /** Asking takes a second and a page of warnings, which a machine without any sign of an engine is spared. */
    private static boolean somethingToAsk() {
        var home = System.getProperty("user.home");
        var runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", home);
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(Path.of("/var/run/docker.sock"), Path.of(runtime, "docker.sock"),
                        Path.of(home, ".docker", "run", "docker.sock"),
                        Path.of(home, ".docker", "desktop", "docker.sock"),
                        Path.of(home, ".testcontainers.properties")).anyMatch(Files::exists)
                || System.getProperty("os.name").startsWith("Windows");
    }

    private static boolean quietly(Supplier<Boolean> question) {
        var loggers = Stream.of("org.testcontainers", "tc").map(Logger::getLogger).toList();
        var levels = loggers.stream().map(Logger::getLevel).toList();
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return question.get();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(levels.get(i));
            }
        }
    }
}
