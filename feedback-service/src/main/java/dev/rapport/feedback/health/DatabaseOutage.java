package dev.rapport.feedback.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;

/** A record of a topic waits as long as the database is away; only what fails although it answers is at fault itself. */
@ApplicationScoped
public class DatabaseOutage {

    @Inject
    DataSource database;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Whether the database does not answer within two seconds. */
    public boolean lasts() {
        try (Connection connection = database.getConnection()) {
            return !connection.isValid(2);
        } catch (SQLException away) {
            return true;
        }
    }

    /** @throws IllegalStateException if this service stops meanwhile: the record comes again */
    public void pause(long millis) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; the record comes again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping; the record comes again", stopped);
        }
    }
}
