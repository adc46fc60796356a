package dev.rapport.rules.figures;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PrecisionTest {

    /** Values as published for the Wilson interval. */
    @Test
    void theIntervalIsWilsons() {
        assertThat(new Precision(0, 10).high()).isCloseTo(0.2775, within(5e-5));
        assertThat(new Precision(5, 10).low()).isCloseTo(0.2366, within(5e-5));
        assertThat(new Precision(5, 10).high()).isCloseTo(0.7634, within(5e-5));
        assertThat(new Precision(20, 20).low()).isCloseTo(0.8389, within(5e-5));
    }

    @Test
    void withoutVotesNothingIsKnown() {
        assertThat(new Precision(0, 0).low()).isZero();
        assertThat(new Precision(0, 0).high()).isEqualTo(1);
        assertThat(new Precision(0, 0).isBelow(0.99, 0)).isFalse();
    }

    @Test
    void aRuleIsBelowItsFloorOnlyBeyondChanceAndWithVotesEnough() {
        assertThat(new Precision(1, 9).isBelow(0.5, 10)).isFalse();
        assertThat(new Precision(1, 10).isBelow(0.5, 10)).isTrue();
        assertThat(new Precision(2, 10).isBelow(0.5, 10)).as("at most 51 %").isFalse();
        assertThat(new Precision(2, 10).isBelow(0.6, 10)).isTrue();
    }

    @Test
    void itSaysSoInWords() {
        assertThat(new Precision(1, 10).inWords()).isEqualTo("1 of 10 called it helpful, so at most 40 % are right");
    }

    @Property
    void theShareLiesWithinItsInterval(@ForAll @IntRange(min = 1, max = 500) int votes,
            @ForAll @IntRange(max = 500) int right) {
        int some = Math.min(right, votes);
        Precision precision = new Precision(some, votes);

        assertThat((double) some / votes).isBetween(precision.low() - 1e-12, precision.high() + 1e-12);
        assertThat(precision.low()).isBetween(0.0, 1.0);
        assertThat(precision.high()).isBetween(0.0, 1.0);
    }
}
