package dev.rapport.rules.archive;

import java.sql.SQLException;
import java.time.Duration;

import org.flywaydb.core.Flyway;

import dev.rapport.parts.RunningPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

/** An archive in a database of its own, without a service around it. */
public final class OwnArchive implements AutoCloseable {

    private final RunningPostgres postgres = RunningPostgres.start();
    private final AgroalDataSource database;
    private final Archive archive;

    public OwnArchive() throws SQLException {
        String url = postgres.jdbcUrl() + (postgres.jdbcUrl().contains("?") ? "&" : "?")
                + "currentSchema=rules&reWriteBatchedInserts=true";
        database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(
                pool -> pool.maxSize(8).acquisitionTimeout(Duration.ofSeconds(10)).connectionFactoryConfiguration(
                        factory -> factory.jdbcUrl(url).principal(new NamePrincipal(postgres.username()))
                                .credential(new SimplePassword(postgres.password())))));
        Flyway.configure().dataSource(database).schemas("rules").load().migrate();
        archive = new Archive(database, new ArchiveSettings() {

            @Override
            public Duration retention() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration silence() {
                return Duration.ofHours(24);
            }
        });
    }

    public Archive archive() {
        return archive;
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}
