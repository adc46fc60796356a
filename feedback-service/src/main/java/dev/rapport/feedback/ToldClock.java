package dev.rapport.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

import org.jboss.logging.Logger;

/**
 * Stands still at the instant a file tells, and goes with the system where there is no such file. It lags but never leads:
 * what is composed today cannot be dated tomorrow. Read at each call, so that who writes the file knows from when on it
 * counts.
 */
final class ToldClock extends Clock {

    private static final Logger LOG = Logger.getLogger(ToldClock.class);

    private final Path file;
    private final Clock system;

    ToldClock(Path file, Clock system) {
        this.file = file;
        this.system = system;
        LOG.warnf("The time is what %s says, while it is there", file);
    }

    /** @throws IllegalStateException when the file holds no instant: a guess would stand on messages for good */
    @Override
    public Instant instant() {
        Instant now = system.instant();
        try {
            Instant told = Instant.parse(Files.readString(file).strip());
            return told.isBefore(now) ? told : now;
        } catch (NoSuchFileException nobodyTells) {
            return now;
        } catch (DateTimeException unreadable) {
            throw new IllegalStateException(file + " holds no instant such as 2026-03-02T18:00:00Z", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ToldClock(file, system.withZone(zone));
    }
}
