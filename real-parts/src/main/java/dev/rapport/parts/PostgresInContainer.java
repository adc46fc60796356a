package dev.rapport.parts;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container. */
final class PostgresInContainer implements RunningPostgres {

    /** System property that names another image. */
    private static final String IMAGE = "rapport.parts.postgres-image";

    private final PostgreSQLContainer container;

    private PostgresInContainer(PostgreSQLContainer container) {
        this.container = container;
    }

    static PostgresInContainer start() {
        var image = DockerImageName.parse(System.getProperty(IMAGE, "postgres:17"))
                .asCompatibleSubstituteFor("postgres");
        var container = new PostgreSQLContainer(image);
        container.start();
        return new PostgresInContainer(container);
    }

    @Override
    public String jdbcUrl() {
        return container.getJdbcUrl();
    }

    @Override
    public String username() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void goAway() {
        // not stopped: a container that starts again has another port
        container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void comeBack() {
        container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
