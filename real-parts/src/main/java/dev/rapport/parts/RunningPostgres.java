package dev.rapport.parts;

/**
 * A PostgreSQL for tests, new and empty: in a container where an engine answers, as child processes otherwise. Prints one
 * line that says which.
 */
public interface RunningPostgres extends AutoCloseable {

    /** Starts PostgreSQL and returns once it answers. */
    static RunningPostgres start() {
        var containers = ContainerEngine.answers();
        Chosen.print("PostgreSQL", containers);
        return containers ? PostgresInContainer.start() : EmbeddedDatabase.start();
    }

    String jdbcUrl();

    String username();

    String password();

    /** Makes the database unreachable. What was committed stays. */
    void goAway();

    /** Makes it reachable again, at the same address, and returns once it answers. */
    void comeBack();

    /** Ends the database and removes its data. */
    @Override
    void close();
}
