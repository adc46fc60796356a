package dev.rapport.coaching.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Polarity;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final Behaviour ADVICE = new Behaviour("B27", Polarity.GROW, 2);
    private static final Behaviour REFLECTION = new Behaviour("B05", Polarity.KEEP, 1);

    @Test
    void aPointToTryGoesWellWhereItIsSeenTooSeldomToCount() {
        assertThat(ADVICE.outcome(true, 0)).isEqualTo(Outcome.SUCCESS);
        assertThat(ADVICE.outcome(true, 1)).isEqualTo(Outcome.SUCCESS);
        assertThat(ADVICE.outcome(true, 2)).isEqualTo(Outcome.LAPSE);
        assertThat(ADVICE.outcome(false, 0)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aPointToKeepGoesWellWhereItIsSeen() {
        assertThat(REFLECTION.outcome(true, 1)).isEqualTo(Outcome.SUCCESS);
        assertThat(REFLECTION.outcome(true, 0)).isEqualTo(Outcome.LAPSE);
        assertThat(REFLECTION.outcome(false, 0)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void onlyTalksAfterItWasFirstSpokenOfMakeItRarer() {
        History before = History.NONE.and(talk(9, null, 0)).and(talk(8, null, 0)).and(talk(7, null, 0));

        assertThat(before.pace(ADVICE)).isEqualTo(Pace.EVERY_TALK);
        assertThat(before.and(talk(6, "B27", 3)).and(talk(5, null, 0)).and(talk(4, null, 1)).pace(ADVICE))
                .isEqualTo(Pace.EVERY_TALK);
        assertThat(before.and(talk(6, "B27", 3)).and(talk(5, null, 0)).and(talk(4, null, 1)).and(talk(3, null, 0))
                .pace(ADVICE)).isEqualTo(Pace.EVERY_THIRD);
    }

    @Test
    void theTalkAtHandCountsForThePace() {
        History faded = History.NONE.and(talk(9, "B27", 2)).and(talk(8, null, 0)).and(talk(7, null, 0))
                .and(talk(6, null, 0)).and(talk(5, null, 2));

        assertThat(faded.pace(ADVICE)).isEqualTo(Pace.EVERY_THIRD);
        assertThat(faded.pace(ADVICE, Outcome.LAPSE)).isEqualTo(Pace.EVERY_TALK);
    }

    @Test
    void itCountsTalksSinceAPointAndHowOftenItWasSaid() {
        History history = History.NONE.and(talk(9, "B27", 2)).and(talk(8, null, 0)).and(talk(7, "B27", 2))
                .and(talk(6, null, 0));

        assertThat(history.talksSince("B27")).isEqualTo(2);
        assertThat(history.talksSince("B20")).isEqualTo(Integer.MAX_VALUE);
        assertThat(history.saidLately("B27")).isEqualTo(2);
        assertThat(history.timesSaid()).isEqualTo(Map.of("B27", 2));
        assertThat(history.messages()).isEqualTo(4);
    }

    @Test
    void aWeekHasSevenDaysAndQuietTalksDoNotCount() {
        History history = History.NONE.and(talk(7, "B27", 2)).and(talk(6, "B27", 2)).and(talk(5, null, 0));

        assertThat(history.coachedInTheWeekBefore(NOW)).isEqualTo(1);
        assertThat(history.coachedInTheWeekBefore(NOW.minusMillis(1))).isEqualTo(2);
        // a replay of older talks does not see what comes after them
        assertThat(history.coachedInTheWeekBefore(NOW.minus(Duration.ofDays(7)))).isEqualTo(1);
    }

    @Test
    void withoutItsPaceNothingRestsAndWordingsStillTakeTurns() {
        History history = History.NONE.and(talk(1, "B27", 2)).and(talk(0, "B27", 2)).unpaced();

        assertThat(history.talksSince("B27")).isEqualTo(Integer.MAX_VALUE);
        assertThat(history.coachedInTheWeekBefore(NOW)).isZero();
        assertThat(history.timesSaid()).isEqualTo(Map.of("B27", 2));
        assertThat(history.messages()).isEqualTo(2);
    }

    @Test
    void itLooksBackOnAHundredTalks() {
        History history = History.NONE.and(talk(200, "B27", 2));
        for (int i = 0; i < 100; i++) {
            history = history.and(talk(100 - i, null, 0));
        }

        assertThat(history.talks()).hasSize(100);
        assertThat(history.talksSince("B27")).isEqualTo(Integer.MAX_VALUE);
        assertThat(history.timesSaid()).isEqualTo(Map.of("B27", 1));
        assertThat(history.messages()).isEqualTo(101);
    }

    private static EarlierTalk talk(int daysAgo, String growth, int turns) {
        return new EarlierTalk(NOW.minus(Duration.ofDays(daysAgo)), Set.of("B05", "B27"),
                turns == 0 ? Map.of() : Map.of("B27", turns), null, growth);
    }
}
