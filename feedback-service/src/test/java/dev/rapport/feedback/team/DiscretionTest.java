package dev.rapport.feedback.team;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.feedback.team.Share.Bound;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class DiscretionTest {

    @Test
    void ofFourPeopleNothingIsTold() {
        assertThat(Discretion.share(people(4, 0.5))).isEmpty();
        assertThat(Discretion.share(people(5, 0.5))).contains(new Share(50, Bound.ABOUT));
    }

    @Test
    void sharesAreRoundedToFivePoints() {
        assertThat(Discretion.share(people(40, 0.32))).contains(new Share(30, Bound.ABOUT));
        assertThat(Discretion.share(people(40, 0.33))).contains(new Share(35, Bound.ABOUT));
    }

    @Test
    void nobodyAndEverybodyIsNeverToldAndTheEndsOpenAsTheGroupGetsSmaller() {
        assertThat(Discretion.share(people(5, 0))).contains(new Share(20, Bound.OR_LESS));
        assertThat(Discretion.share(people(5, 1))).contains(new Share(80, Bound.OR_MORE));
        assertThat(Discretion.share(people(9, 0.2))).contains(new Share(20, Bound.OR_LESS));
        assertThat(Discretion.share(people(10, 0.05))).contains(new Share(10, Bound.OR_LESS));
        assertThat(Discretion.share(people(15, 0))).contains(new Share(10, Bound.OR_LESS));
        assertThat(Discretion.share(people(100, 1))).contains(new Share(95, Bound.OR_MORE));
        assertThat(Discretion.share(people(10, 0.15))).contains(new Share(15, Bound.ABOUT));
    }

    /** Whoever knows how it is made and what was told knows nothing of anybody. */
    @Property(tries = 2_000)
    void whateverIsToldOnePersonsValueMayBeNoneAsWellAsAll(
            @ForAll @Size(min = 5, max = 60) List<@DoubleRange(min = 0, max = 1) Double> values) {
        Range sum = Range.of(Discretion.share(values).orElseThrow(), values.size());

        Range one = sum.less(Range.upTo(values.size() - 1)).within(Range.ONE);

        assertThat(one).isEqualTo(Range.ONE);
    }

    @Test
    void aChangeIsOnlyToldBetweenFiguresThatAreKnown() {
        assertThat(new Share(35, Bound.ABOUT).pointsAbove(new Share(45, Bound.ABOUT))).isEqualTo(-10);
        assertThat(new Share(20, Bound.OR_LESS).pointsAbove(new Share(45, Bound.ABOUT))).isNull();
        assertThat(new Share(35, Bound.ABOUT).pointsAbove(new Share(80, Bound.OR_MORE))).isNull();
        assertThat(new Share(35, Bound.ABOUT).pointsAbove(null)).isNull();
    }

    @Property(tries = 2_000)
    void anIntervalIsNeverNarrowerThanThatOfTheExactFigures(
            @ForAll @Size(min = 5, max = 80) List<Boolean> answers) {
        int people = answers.size();
        double exact = answers.stream().filter(a -> a).count() / (double) people;
        Share told = Discretion.share(answers.stream().map(a -> a ? 1.0 : 0.0).toList()).orElseThrow();

        Wilson wilson = Wilson.of(told, Discretion.atLeast(people));

        assertThat(wilson.low() / 100.0).isBetween(0.0, Wilson.end(exact, people, -1) + 1e-9);
        assertThat(wilson.high() / 100.0).isBetween(Wilson.end(exact, people, 1) - 1e-9, 1.0);
    }

    @Test
    void wilsonsIntervalIsThatOfTheBooks() {
        // Newcombe 1998, 81 of 263
        assertThat(Wilson.end(81 / 263.0, 263, -1)).isBetween(0.2552, 0.2554);
        assertThat(Wilson.end(81 / 263.0, 263, 1)).isBetween(0.3661, 0.3663);
    }

    private static List<Double> people(int number, double each) {
        return Collections.nCopies(number, each);
    }
}
