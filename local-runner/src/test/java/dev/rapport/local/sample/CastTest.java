package dev.rapport.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.rapport.local.sample.SpokenTalk.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CastTest {

    private static final Material MATERIAL = material();
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    /** Nobody is coached on these, so the sample has none of them. */
    private static final Pattern PRIVATE = Pattern.compile(
            "\\b(doctor|hospital|ill|illness|divorce|funeral|died|depress\\w+|debt|pregnan\\w+|religio\\w+|therap\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void theSameSeedGivesTheSameTalks() {
        assertThat(talks(new Cast(MATERIAL, 7, 12), 3)).isEqualTo(talks(new Cast(MATERIAL, 7, 12), 3));
    }

    @Test
    void anotherSeedGivesOtherTalks() {
        assertThat(talks(new Cast(MATERIAL, 7, 12), 1)).isNotEqualTo(talks(new Cast(MATERIAL, 8, 12), 1));
    }

    @Test
    void everybodyHasAtMostThreeTalksAWeekOnDaysOfTheirOwn() {
        var cast = new Cast(MATERIAL, 1, 40);
        var talks = talks(cast, 4);
        assertThat(talks).hasSize(cast.talks(4));
        assertThat(talks).extracting(SpokenTalk::conversation).doesNotHaveDuplicates();
        assertThat(talks.size() / (40 * 4.0)).isBetween(1.9, 2.5);
    }

    @Test
    void everyTalkIsLongEnoughToJudgeAndItsSidesTakeTurns() {
        for (var talk : talks(new Cast(MATERIAL, 2, 30), 3)) {
            assertThat(talk.lines().stream().filter(Line::byLearner)).hasSizeGreaterThanOrEqualTo(8);
            for (int i = 1; i < talk.lines().size(); i++) {
                assertThat(talk.lines().get(i).byLearner()).isNotEqualTo(talk.lines().get(i - 1).byLearner());
            }
        }
    }

    @Test
    void noSlotIsLeftOpenAndNothingPrivateIsSaid() {
        for (var talk : talks(new Cast(MATERIAL, 3, 40), 4)) {
            assertThat(talk.lines()).allSatisfy(line -> {
                assertThat(line.text()).doesNotContain("{", "}", "  ").doesNotContainPattern(PRIVATE);
                assertThat(line.startMillis()).isBetween(0L, line.endMillis() - 1);
            });
        }
    }

    @Test
    void aHabitThatIsMeantIsSaid() {
        for (var talk : talks(new Cast(MATERIAL, 4, 40), 2)) {
            var own = talk.lines().stream().filter(Line::byLearner).map(Line::text).toList();
            assertThat(longestRow(own)).as(talk.toString())
                    .isGreaterThanOrEqualTo(talk.meant().contains(Habit.CLOSED_QUESTIONS) ? 4 : 0);
            assertThat(starting(own, MATERIAL.moves().ownStory()))
                    .isEqualTo(talk.meant().contains(Habit.OWN_STORIES) ? 2 : 0);
            assertThat(starting(own, MATERIAL.moves().passing()))
                    .isEqualTo(talk.meant().contains(Habit.PASSING_OVER) ? 4 : 0);
            assertThat(starting(own, MATERIAL.moves().cutIn()))
                    .isEqualTo(talk.meant().contains(Habit.CUTTING_IN) ? 2 : 0);
        }
    }

    @Test
    void aHabitShowsAsOftenAsItsChance() {
        var cast = new Cast(MATERIAL, 5, 1);
        var learner = cast.learners().get(0);
        var talks = talks(cast, 300);
        for (var habit : Habit.values()) {
            var shown = talks.stream().filter(talk -> talk.meant().contains(habit)).count();
            assertThat(shown / (double) talks.size()).isCloseTo(learner.chance(habit), within(0.06));
        }
    }

    @Test
    void beingToldOfAHabitLowersItsChanceAndOfNothingElse() {
        var cast = new Cast(MATERIAL, 6, 60);
        var gains = new ArrayList<Double>();
        for (var learner : cast.learners()) {
            talks(cast, 1);
            var habit = learner.worst();
            var before = learner.chance(habit);
            var others = new HashSet<Double>();
            List.of(Habit.values()).stream().filter(each -> each != habit)
                    .forEach(each -> others.add(learner.chance(each)));
            learner.isToldOf(habit.rule());
            learner.isToldOf("B01");
            gains.add(before - learner.chance(habit));
            List.of(Habit.values()).stream().filter(each -> each != habit)
                    .forEach(each -> assertThat(others).contains(learner.chance(each)));
        }
        assertThat(gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(Learner.EFFECT, within(0.04));
    }

    private static long starting(List<String> said, List<String> ways) {
        return said.stream().filter(text -> ways.stream().anyMatch(way -> text.startsWith(way.split("\\{")[0])))
                .count();
    }

    private static int longestRow(List<String> said) {
        int longest = 0;
        int row = 0;
        for (var text : said) {
            row = text.endsWith("?") ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    private static List<SpokenTalk> talks(Cast cast, int weeks) {
        var talks = new ArrayList<SpokenTalk>();
        for (int week = 0; week < weeks; week++) {
            for (int day = 0; day < 5; day++) {
                talks.addAll(cast.on(MONDAY.plusWeeks(week).plusDays(day), week, day));
            }
        }
        return talks;
    }

    private static Material material() {
        try {
            return Material.in(Path.of("..", "samples", "tenant"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
