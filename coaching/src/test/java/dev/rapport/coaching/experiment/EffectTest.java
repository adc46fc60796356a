package dev.rapport.coaching.experiment;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.experiment.Effect.Told;
import dev.rapport.coaching.experiment.Effect.TooEarly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EffectTest {

    @Test
    void itIsTheDifferenceOfTheChangesWithWelchsInterval() {
        List<Pair> pairs = new ArrayList<>(pairs(Arm.MESSAGE, 20, 0.2, 0.4));
        pairs.addAll(pairs(Arm.HELD_OUT, 30, 0.0, 0.1));

        Told told = (Told) Effect.of(pairs);

        assertThat(told.withMessage()).isEqualTo(20);
        assertThat(told.heldOut()).isEqualTo(30);
        assertThat(told.changeWith()).isCloseTo(0.3, within(1e-12));
        assertThat(told.changeWithout()).isCloseTo(0.05, within(1e-12));
        assertThat(told.difference()).isCloseTo(0.25, within(1e-12));
        // 25.3 degrees of freedom, so 2.058 standard errors of 0.02475
        assertThat(told.low()).isCloseTo(0.25 - 0.05094, within(1e-5));
        assertThat(told.high()).isCloseTo(0.25 + 0.05094, within(1e-5));
    }

    @Test
    void underTwentyOfAKindItIsTooEarlyToSay() {
        List<Pair> pairs = new ArrayList<>(pairs(Arm.MESSAGE, 200, 0.2, 0.4));
        pairs.addAll(pairs(Arm.HELD_OUT, 19, 0.0, 0.1));
        pairs.add(new Pair(Arm.HELD_OUT, 0.5, null));

        assertThat(Effect.of(pairs)).isEqualTo(new TooEarly(200, 19));
        assertThat(Effect.of(List.of())).isEqualTo(new TooEarly(0, 0));
    }

    @Test
    void whereNothingVariesNothingIsClaimed() {
        List<Pair> pairs = new ArrayList<>(pairs(Arm.MESSAGE, 40, 0.2, 0.2));
        pairs.addAll(pairs(Arm.HELD_OUT, 40, 0, 0));

        assertThat(Effect.of(pairs)).isEqualTo(new TooEarly(40, 40));
    }

    @Test
    void pairsWithoutALaterTalkAreCounted() {
        List<Pair> pairs = new ArrayList<>(pairs(Arm.MESSAGE, 20, 0.2, 0.4));
        pairs.addAll(pairs(Arm.HELD_OUT, 20, 0.0, 0.1));
        pairs.add(new Pair(Arm.MESSAGE, 0.5, null));

        assertThat((Told) Effect.of(pairs)).extracting(Told::lostWith, Told::lostWithout, Told::withMessage)
                .containsExactly(1, 0, 20);
    }

    @Test
    void theReachIsThatOfTheTables() {
        assertThat(StudentT.reach(19)).isCloseTo(2.0930, within(1e-4));
        assertThat(StudentT.reach(30)).isCloseTo(2.0423, within(1e-4));
        assertThat(StudentT.reach(120)).isCloseTo(1.9799, within(1e-4));
    }

    /** Half of them changed by one figure, half by the other. */
    private static List<Pair> pairs(Arm arm, int number, double change, double other) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            pairs.add(new Pair(arm, 0, i % 2 == 0 ? change : other));
        }
        return pairs;
    }
}
