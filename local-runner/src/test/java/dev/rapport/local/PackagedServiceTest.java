package dev.rapport.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackagedServiceTest {

    @TempDir
    Path folder;

    @Test
    void whatTheManifestOpensIsOpenedAndItsMainClassRunsTethered() throws Exception {
        var command = new PackagedService("ingest-service", jar("java.base/java.lang java.base/java.util"))
                .command(List.of("-Xmx256m"));
        assertThat(command.get(0)).endsWith("bin/java");
        assertThat(command).containsSubsequence("-Xmx256m", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "-cp");
        assertThat(command).endsWith("dev.rapport.parts.Tether", "org.example.Main");
        assertThat(command.get(command.indexOf("-cp") + 1)).endsWith(":" + folder.resolve("run.jar"));
    }

    @Test
    void aManifestThatOpensNothingIsFine() throws Exception {
        assertThat(new PackagedService("ingest-service", jar(null)).command(List.of()))
                .noneMatch(word -> word.startsWith("--add"));
    }

    private Path jar(String opens) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, "org.example.Main");
        if (opens != null) {
            manifest.getMainAttributes().put(new Name("Add-Opens"), opens);
        }
        var jar = folder.resolve("run.jar");
        new JarOutputStream(new FileOutputStream(jar.toFile()), manifest).close();
        return jar;
    }
}
