package dev.rapport.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A broker in a child JVM of this one, on 127.0.0.1. Ends with this JVM, however that ends. */
public final class BrokerProcess implements AutoCloseable {

    private static final String QUARKUS_LOG_MANAGER = "org.jboss.logmanager.LogManager";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final int port;
    private final Path log;

    private BrokerProcess(Process process, Path data, int port, Path log) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a broker and returns once it answers.
     *
     * @param data
     *        its folder, formatted when it is new
     * @param log
     *        the file its output is appended to
     * @throws IllegalStateException
     *         when it ends or does not answer within 60 s; says where its log is
     */
    public static BrokerProcess start(Path data, Path log, int port, int controllerPort) {
        var broker = launch(data, log, port, controllerPort);
        try {
            broker.awaitAnswer();
        } catch (IllegalStateException e) {
            broker.kill();
            throw e;
        }
        return broker;
    }

    /** Starts a broker and returns at once; {@link #awaitAnswer} tells when it is there. */
    public static BrokerProcess launch(Path data, Path log, int port, int controllerPort) {
        var command = new ArrayList<String>(OwnSession.prefix());
        command.addAll(List.of(java(), "-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
        if (ClassLoader.getSystemResource(QUARKUS_LOG_MANAGER.replace('.', '/') + ".class") != null) {
            // on the class path of a Quarkus test it takes over the logging and loses it, unless it is told in time
            command.add("-Djava.util.logging.manager=" + QUARKUS_LOG_MANAGER);
            // and it writes nothing unless it is told where: why a broker ended would be lost
            command.add("-Dlogging.configuration=" + BrokerProcess.class.getResource("broker-logging.properties"));
        }
        command.addAll(List.of(Broker.class.getName(), data.toString(), String.valueOf(port),
                String.valueOf(controllerPort)));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            // by environment: the class path of a test run is longer than a command line should be
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return new BrokerProcess(builder.start(), data, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException("The Kafka broker could not be started", e);
        }
    }

    /**
     * Returns once the broker answers a client.
     *
     * @throws IllegalStateException
     *         when it ends or does not answer within 60 s; says where its log is
     */
    public void awaitAnswer() {
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!Ports.accepts(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The Kafka broker ended with "
                        + process.exitValue() + " while starting; see " + log);
            }
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(
                        "The Kafka broker does not listen after " + START_LIMIT + "; see " + log);
            }
            Ports.pause();
        }
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            var found = admin.describeCluster().clusterId().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!found.equals(Broker.clusterId(data))) {
                throw new IllegalStateException("Another Kafka broker listens on port " + port);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The Kafka broker does not answer; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the Kafka broker was starting", e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public Process process() {
        return process;
    }

    /** Ends the broker at once; what it acknowledged is in the operating system's hands and is read again on a start. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends the broker in an orderly way, by force after 15 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
