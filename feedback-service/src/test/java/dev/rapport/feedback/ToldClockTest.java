package dev.rapport.feedback;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToldClockTest {

    private static final Instant TODAY = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    Path folder;
    private Path file;
    private Clock clock;

    @BeforeEach
    void begin() {
        file = folder.resolve("now");
        clock = new ToldClock(file, Clock.fixed(TODAY, ZoneOffset.UTC));
    }

    @Test
    void withoutAFileItIsNow() {
        assertThat(clock.instant()).isEqualTo(TODAY);
    }

    @Test
    void itIsWhenTheFileSays() throws Exception {
        Files.writeString(file, "2026-06-02T18:00:00Z\n");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-06-02T18:00:00Z"));
        Files.delete(file);
        assertThat(clock.instant()).isEqualTo(TODAY);
    }

    @Test
    void itIsNeverLaterThanNow() throws Exception {
        Files.writeString(file, "2026-12-24T18:00:00Z");
        assertThat(clock.instant()).isEqualTo(TODAY);
    }

    @Test
    void whatIsNoInstantIsNotGuessed() throws Exception {
        Files.writeString(file, "yesterday");
        assertThatThrownBy(clock::instant).isInstanceOf(IllegalStateException.class)
                .hasMessage(file + " holds no instant such as 2026-03-02T18:00:00Z");
    }
}
