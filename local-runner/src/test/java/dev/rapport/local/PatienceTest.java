package dev.rapport.local;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Patience patience = new Patience();

    @Test
    void theFirstEndingIsMendedAtOnceAndFurtherOnesEverLater() {
        var waits = IntStream.range(0, 8).mapToObj(each -> patience.afterRun(NOON, NOON.plusSeconds(5)).toSeconds())
                .toList();
        assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aPartThatKeptGoingForAMinuteIsForgivenItsPast() {
        patience.afterRun(NOON, NOON.plusSeconds(5));
        patience.afterRun(NOON, NOON.plusSeconds(5));
        assertThat(patience.afterRun(NOON, NOON.plusSeconds(60))).isEqualTo(Duration.ZERO);
    }
}
