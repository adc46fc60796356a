package dev.rapport.parts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;

/**
 * PostgreSQL as child processes of this JVM, on 127.0.0.1. Ends with this JVM, however that ends.
 * <p>
 * PostgreSQL refuses to run as root. Its binaries are then started in a user namespace, where the same user has another
 * name; where a machine forbids that, {@link #start} says so.
 */
public final class DatabaseProcess implements AutoCloseable {

    /**
     * Reads standard input to its end, which is this JVM's end, then asks the postmaster that the data folder names to stop
     * fast. It may be just about to write that file, and an old file may name a process that is something else by now.
     */
    private static final String WATCH = """
            trap '' INT HUP TERM
            while read -r _; do :; done
            for _ in 1 2 3 4 5 6 7 8 9 10; do
              if read -r pid <"$1/postmaster.pid"; then
                case $(ps -o comm= -p "$pid" || cat "/proc/$pid/comm") in
                  *postgres*) kill -INT "$pid"; exit ;;
                esac
              fi
              sleep 0.5
            done
            """;

    static {
        // the data is somebody's: EmbeddedPostgres.close would delete it otherwise
        System.setProperty("ot.epg.no-cleanup", "true");
    }

    private final EmbeddedPostgres postgres;
    private final Process watch;
    private final Path data;

    private DatabaseProcess(EmbeddedPostgres postgres, Process watch, Path data) {
        this.postgres = postgres;
        this.watch = watch;
        this.data = data;
    }

    /**
     * Starts PostgreSQL and returns once it answers.
     *
     * @param data
     *        its data folder, initialised when it is new
     * @param binaries
     *        where its programs are unpacked, once
     * @param log
     *        the file its output is appended to
     * @param durable
     *        whether a power cut may cost nothing; a test that throws the data away is faster without
     * @throws IllegalStateException
     *         when it cannot be started; says why
     */
    public static DatabaseProcess start(Path data, Path binaries, Path log, int port, boolean durable) {
        refuseWhereRootCannot();
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(binaries);
            var output = Redirect.appendTo(log.toFile());
            var watch = new ProcessBuilder("sh", "-c", WATCH, "sh", data.toString()).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
            var postgres = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port)
                    .setOverrideWorkingDirectory(binaries.toFile()).setPGStartupWait(Duration.ofSeconds(60))
                    // the same order of text on every machine, whatever its locale
                    .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8").setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "").setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("max_connections", "60").setServerConfig("shared_buffers", "32MB")
                    .setErrorRedirector(output).setOutputRedirector(output).start();
            var database = new DatabaseProcess(postgres, watch, data);
            // where another program has the port, what answers there is not this database, and this one has ended
            database.pid();
            return database;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL could not be started; see " + log, e);
        }
    }

    private static void refuseWhereRootCannot() {
        var root = "root".equals(System.getProperty("user.name"));
        if (root && File.separatorChar == '/' && !LinuxUtils.isUnshareAvailable()) {
            throw new IllegalStateException("PostgreSQL does not run as root, and this machine does not allow user "
                    + "namespaces (unshare -U), which would get around it: run this as an ordinary user");
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String username() {
        return "postgres";
    }

    /** PostgreSQL listens on the loopback interface only and trusts it, but clients want something to send. */
    public String password() {
        return "postgres";
    }

    /** The process id of the postmaster. */
    public long pid() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running", e);
        }
    }

    /** Ends PostgreSQL in an orderly way. The data stays. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        } finally {
            watch.destroyForcibly();
        }
    }
}
