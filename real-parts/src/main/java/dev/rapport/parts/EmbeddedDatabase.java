package dev.rapport.parts;

import java.nio.file.Path;

/** PostgreSQL as child processes with data that goes when they do. */
final class EmbeddedDatabase implements RunningPostgres {

    private final TemporaryFolder folder;
    private final int port;
    private DatabaseProcess database;

    private EmbeddedDatabase(TemporaryFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static EmbeddedDatabase start() {
        var database = new EmbeddedDatabase(TemporaryFolder.create("postgres"), FreePorts.find(1).get(0));
        database.comeBack();
        return database;
    }

    @Override
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public String username() {
        return database.username();
    }

    @Override
    public String password() {
        return database.password();
    }

    @Override
    public void goAway() {
        database.close();
    }

    @Override
    public void comeBack() {
        // unpacking takes longer than starting: all tests of a user share what was unpacked
        var binaries = Path.of(System.getProperty("java.io.tmpdir"),
                "rapport-postgres-" + System.getProperty("user.name"));
        database = DatabaseProcess.start(folder.path().resolve("data"), binaries, folder.path().resolve("postgres.log"),
                port, false);
    }

    @Override
    public void close() {
        database.close();
        folder.close();
    }
}
