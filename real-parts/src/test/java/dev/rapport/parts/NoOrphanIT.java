package dev.rapport.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NoOrphanIT {

    @TempDir
    Path folder;

    @Test
    void brokerAndDatabaseEndWhenTheirParentIsKilled() throws Exception {
        var parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PartsHolder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var children = pids(parent);
            assertThat(children).hasSize(2).allMatch(NoOrphanIT::lives);
            parent.destroyForcibly().waitFor();
            await().atMost(Duration.ofSeconds(20)).until(() -> children.stream().noneMatch(NoOrphanIT::lives));
        } finally {
            parent.destroyForcibly();
        }
    }

    private static List<Long> pids(Process parent) throws IOException {
        try (var lines = parent.inputReader().lines()) {
            var line = lines.filter(each -> each.startsWith("pids ")).findFirst().orElseThrow();
            return Stream.of(line.substring(5).split(" ")).map(Long::valueOf).toList();
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
