package dev.rapport.rules.version;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a rule may be stopped before it is silenced. */
class StopsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Stops stops = new Stops();

    private boolean stopped(String tenant, String rule, Duration afterNoon) {
        return stops.areTooMany(tenant, rule, NOON.plus(afterNoon));
    }

    @Test
    void theThirdStopWithinAnHourIsOneTooMany() {
        assertThat(stopped("acme", "B90", Duration.ZERO)).isFalse();
        assertThat(stopped("acme", "B90", Duration.ofMinutes(30))).isFalse();
        assertThat(stopped("acme", "B90", Duration.ofMinutes(60))).isTrue();
    }

    @Test
    void aStopOfMoreThanAnHourAgoIsForgotten() {
        stopped("acme", "B90", Duration.ZERO);
        stopped("acme", "B90", Duration.ofMinutes(30));
        assertThat(stopped("acme", "B90", Duration.ofMinutes(61))).isFalse();
        assertThat(stopped("acme", "B90", Duration.ofMinutes(62))).isTrue();
    }

    @Test
    void stopsOfOtherRulesAndOtherTenantsDoNotCount() {
        stopped("acme", "B90", Duration.ZERO);
        stopped("acme", "B91", Duration.ZERO);
        stopped("other", "B90", Duration.ZERO);
        stopped("acme", "B90", Duration.ZERO);
        assertThat(stopped("acme", "B91", Duration.ZERO)).isFalse();
        assertThat(stopped("other", "B90", Duration.ZERO)).isFalse();
        assertThat(stopped("acme", "B90", Duration.ZERO)).isTrue();
    }

    @Test
    void afterThatItIsCountedAnew() {
        for (int stop = 0; stop < Stops.TOO_MANY; stop++) {
            stopped("acme", "B90", Duration.ZERO);
        }
        assertThat(stopped("acme", "B90", Duration.ZERO)).isFalse();
    }
}
