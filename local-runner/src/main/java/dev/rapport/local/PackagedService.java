package dev.rapport.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.rapport.parts.Tether;

/**
 * One of the three services as it was packaged.
 *
 * @param jar
 *        its {@code quarkus-run.jar}
 */
record PackagedService(String name, Path jar) {

    /** The command that runs it exactly as {@code java -jar} would, but tied to this process by {@link Tether}. */
    List<String> command(List<String> jvmOptions) {
        var manifest = manifest();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        // java -jar reads these from the manifest, a class path does not
        words(manifest, "Add-Opens").forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        words(manifest, "Add-Exports").forEach(exported -> command.add("--add-exports=" + exported + "=ALL-UNNAMED"));
        command.add("-cp");
        command.add(placeOf(Tether.class) + File.pathSeparator + jar);
        command.add(Tether.class.getName());
        command.add(manifest.getMainAttributes().getValue("Main-Class"));
        return command;
    }

    private Manifest manifest() {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest();
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }

    private static Stream<String> words(Manifest manifest, String attribute) {
        var value = manifest.getMainAttributes().getValue(attribute);
        return value == null ? Stream.empty() : Stream.of(value.strip().split("\\s+"));
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
