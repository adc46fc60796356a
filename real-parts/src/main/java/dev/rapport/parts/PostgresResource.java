package dev.rapport.parts;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a {@code @QuarkusTest} an empty database: {@code quarkus.datasource.jdbc.url}, user name and password. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private RunningPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = RunningPostgres.start();
        return Map.of("quarkus.datasource.jdbc.url", postgres.jdbcUrl(), "quarkus.datasource.username",
                postgres.username(), "quarkus.datasource.password", postgres.password());
    }

    /** Fields of type {@link RunningPostgres} of the test become the database. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, field -> field.getType() == RunningPostgres.class);
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
