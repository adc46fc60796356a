package dev.rapport.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningPostgresIT {

    @Test
    void whatWasCommittedIsThereAfterTheDatabaseWasAway() throws Exception {
        try (var postgres = RunningPostgres.start()) {
            run(postgres, "create table learner (name text)");
            run(postgres, "insert into learner values ('Anna')");
            postgres.goAway();
            postgres.comeBack();
            assertThat(firstName(postgres)).isEqualTo("Anna");
        }
    }

    private static void run(RunningPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstName(RunningPostgres postgres) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from learner")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(RunningPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
