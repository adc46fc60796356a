package dev.rapport.local.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FiguresTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T18:00:00Z");

    @Test
    void messagesAreCountedALearnerAndWeek() {
        var figures = new Figures(List.of(coached("ada", 0, "B20"), coached("ada", 2, "B27"), quiet("ada", 4),
                quiet("ada", 7), coached("ben", 1, "B20")));
        assertThat(figures.messagesAWeek()).isEqualTo(new Figures.Count(1, 2));
        assertThat(figures.mostInSevenDays()).isEqualTo(2);
        assertThat(figures.shareWithMessage()).isEqualTo(0.6);
        assertThat(figures.growthPoints()).containsExactly(Map.entry("B20", 2L), Map.entry("B27", 1L));
    }

    @Test
    void sevenDaysEndWhereTheyBegan() {
        assertThat(new Figures(List.of(coached("ada", 0, "B20"), coached("ada", 7, "B27"))).mostInSevenDays()).isOne();
    }

    @Test
    void aPointThatComesAgainInTheFourthTalkAfterItIsARepeat() {
        var rests = List.of(coached("ada", 0, "B20"), quiet("ada", 1), quiet("ada", 2), quiet("ada", 3),
                quiet("ada", 4), coached("ada", 5, "B20"));
        assertThat(new Figures(rests).repeatsBeforeRest()).isZero();
        assertThat(new Figures(rests.subList(1, 6)).repeatsBeforeRest()).isZero();
        assertThat(new Figures(List.of(rests.get(0), rests.get(2), rests.get(3), rests.get(4), rests.get(5)))
                .repeatsBeforeRest()).isOne();
    }

    @Test
    void aHabitIsSeenWhereItIsAPointOrHasAReasonForNotBeingOne() {
        var meant = Set.of(Habit.ADVICE);
        var figures = new Figures(List.of(
                heard("ada", 0, "B27", Map.of(), meant), heard("ada", 1, null, Map.of("B27", "WEEK_FULL"), meant),
                heard("ada", 2, null, Map.of("B27", "TOO_FEW"), meant), heard("ada", 3, null, Map.of(), meant),
                heard("ada", 4, "B27", Map.of(), Set.of())));
        assertThat(figures.hits(Habit.ADVICE)).isEqualTo(new Figures.Hits(4, 0.5, 1));
    }

    @Test
    void aLeftHabitIsCountedMonthByMonthFromItsFirstMention() {
        var figures = new Figures(List.of(coached("ada", 3, "B20"), coached("ada", 13, "B20"),
                coached("ada", 40, "B20"), quiet("ada", 170)));
        assertThat(figures.habitsFade((learner, habit) -> true)).usingComparatorForType(
                (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class).containsExactly(2.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(figures.shareWithMessage()).isCloseTo(0.75, within(1e-9));
    }

    private static Heard coached(String learner, int day, String growth) {
        return heard(learner, day, growth, Map.of(), Set.of());
    }

    private static Heard quiet(String learner, int day) {
        return heard(learner, day, null, Map.of(), Set.of());
    }

    private static Heard heard(String learner, int day, String growth, Map<String, String> unsaid, Set<Habit> meant) {
        return new Heard(learner, MONDAY.plus(day, ChronoUnit.DAYS), growth != null, null, growth,
                growth == null ? Map.of() : Map.of(growth, "a sentence of day " + day), null, unsaid, "", meant);
    }
}
