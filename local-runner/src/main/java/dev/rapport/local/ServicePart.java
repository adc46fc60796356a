package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.rapport.parts.OwnSession;

/**
 * A packaged service.
 *
 * @param url
 *        where it listens
 * @param house
 *        the id of the house, said with every answer
 * @param environment
 *        what it is told beside its own defaults
 * @param limit
 *        how long it may take to become ready
 * @param hindrance
 *        why it will not become ready however long one waits, for people; empty while nothing of the kind is known
 */
record ServicePart(PackagedService service, String url, String house, Path log, List<String> jvmOptions,
        Map<String, String> environment,
        Duration limit, Supplier<Optional<String>> hindrance) implements Part {

    private static final String HOUSE_HEADER = "Rapport-House";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Running start() {
        var running = new RunningService(launch());
        try {
            awaitReady(running.child());
        } catch (RuntimeException e) {
            running.stop();
            throw e;
        }
        return running;
    }

    private Process launch() {
        var command = new ArrayList<>(OwnSession.prefix());
        var options = new ArrayList<>(jvmOptions);
        options.add("-Dquarkus.http.header.\"" + HOUSE_HEADER + "\".value=" + house);
        command.addAll(service.command(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        // settings of the user's shell are meant for other Quarkus and Kafka programs
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("KAFKA_")
                || name.startsWith("RAPPORT_") || name.startsWith("MP_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " could not be started", e);
        }
    }

    private void awaitReady(Process process) {
        var end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name() + " ended with " + process.exitValue() + " while starting");
            }
            hindrance.get().ifPresent(why -> {
                throw new Failure(Exit.REFUSED, why);
            });
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name() + " is not ready after " + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while " + name() + " was starting", e);
            }
        }
    }

    private boolean isReady() {
        return isReady(url, house);
    }

    /**
     * Whether the service at {@code url} says that it can do its work and belongs to the house. Without the second, a house
     * that lost its port to another one would send its conversations there.
     */
    static boolean isReady(String url, String house) {
        try {
            var connection = (HttpURLConnection) URI.create(url + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        && house.equals(connection.getHeaderField(HOUSE_HEADER));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private record RunningService(Process child) implements Running {

        @Override
        public ProcessHandle process() {
            return child.toHandle();
        }

        @Override
        public void stop() {
            child.destroy();
            try {
                if (!child.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    child.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                child.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
