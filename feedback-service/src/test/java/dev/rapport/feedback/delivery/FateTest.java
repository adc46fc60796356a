package dev.rapport.feedback.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.rapport.feedback.delivery.wire.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class FateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void thePausesAreThoseOfStandardWebhooks() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(n -> RetrySchedule.pauseAfter(n, Duration.ZERO, 0).get()))
                .isEqualTo(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
                        Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14),
                        Duration.ofHours(20), Duration.ofHours(24)));
        assertThat(RetrySchedule.pauseAfter(10, Duration.ZERO, 0)).isEmpty();
    }

    @Test
    void chanceAddsAFifthAtMost() {
        assertThat(RetrySchedule.pauseAfter(1, Duration.ZERO, 1)).contains(Duration.ofSeconds(6));
        assertThat(RetrySchedule.pauseAfter(2, Duration.ZERO, 0.5)).contains(Duration.ofSeconds(330));
    }

    @Test
    void aReceiverIsLeftAloneAsLongAsItAsksButForADayAtMost() {
        assertThat(RetrySchedule.pauseAfter(1, Duration.ofSeconds(2), 0)).contains(Duration.ofSeconds(5));
        assertThat(RetrySchedule.pauseAfter(1, Duration.ofSeconds(90), 0)).contains(Duration.ofSeconds(90));
        assertThat(RetrySchedule.pauseAfter(1, Duration.ofDays(400), 0)).contains(Duration.ofDays(1));
    }

    @Test
    void whatBecomesOfADeliveryFollowsFromTheOutcome() {
        assertThat(of(new Outcome.Taken(204), ChannelKind.XAPI, 1)).isEqualTo(new Fate.Sent(204));
        assertThat(of(new Outcome.Gone(), ChannelKind.SLACK, 1)).isEqualTo(new Fate.ChannelOff(410, Fate.GONE));
        assertThat(of(new Outcome.Refused(302, Duration.ZERO), ChannelKind.WEBHOOK, 1))
                .isEqualTo(new Fate.Again(NOW.plusSeconds(5), 302, "the receiver answered 302"));
        assertThat(of(new Outcome.Refused(429, Duration.ofSeconds(7)), ChannelKind.TEAMS, 1))
                .isEqualTo(new Fate.Again(NOW.plusSeconds(7), 429, "the receiver answered 429"));
        assertThat(of(new Outcome.Refused(500, Duration.ZERO), ChannelKind.WEBHOOK, 10))
                .isEqualTo(new Fate.GivenUp(500, "the receiver answered 500"));
    }

    @Test
    void onlyAReceiverThatKnowsRepeatsIsSentWhatItMayHave() {
        Outcome perhaps = new Outcome.Unanswered("no answer within 15 s", true);
        Outcome never = new Outcome.Unanswered("no connection", false);
        Outcome gateway = new Outcome.Refused(504, Duration.ZERO);

        for (ChannelKind kind : ChannelKind.values()) {
            assertThat(of(perhaps, kind, 1) instanceof Fate.Again).as(kind.name())
                    .isEqualTo(kind != ChannelKind.SLACK && kind != ChannelKind.TEAMS);
            assertThat(of(gateway, kind, 1) instanceof Fate.Again).as(kind.name())
                    .isEqualTo(kind != ChannelKind.SLACK && kind != ChannelKind.TEAMS);
            assertThat(of(never, kind, 1)).as(kind.name())
                    .isEqualTo(new Fate.Again(NOW.plusSeconds(5), null, "no connection"));
        }
    }

    private static Fate of(Outcome outcome, ChannelKind kind, int attempts) {
        return Fate.after(outcome, kind, attempts, NOW, 0);
    }
}
