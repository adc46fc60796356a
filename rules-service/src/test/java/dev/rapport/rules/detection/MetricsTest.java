package dev.rapport.rules.detection;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.detection.Ranking.Pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every expected value is worked out by hand. */
class MetricsTest {

    private static final double EXACT = 1e-12;

    @Test
    void precisionAndRecallAreSharesAndF1TheirHarmonicMean() {
        Tally tally = new Tally(6, 2, 4, 30);
        assertThat(tally.precision()).isEqualTo(0.75);
        assertThat(tally.recall()).isEqualTo(0.6);
        // 2 * 0.75 * 0.6 / 1.35
        assertThat(tally.f1()).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(tally.positives()).isEqualTo(10);
    }

    @Test
    void anActThatIsNeverSeenHasNoPrecisionAndOneNobodySaidHasNoFigure() {
        assertThat(new Tally(0, 0, 4, 9).precision()).isZero();
        assertThat(new Tally(0, 0, 4, 9).f1()).isZero();
        assertThat(new Tally(0, 0, 0, 9).f1()).isNaN();
    }

    @Test
    void aLineCountsOnce() {
        Tally sum = Tally.of(true, true).plus(Tally.of(true, false)).plus(Tally.of(false, true))
                .plus(Tally.of(false, false));
        assertThat(sum).isEqualTo(new Tally(1, 1, 1, 4));
    }

    @Test
    void tiesShareTheirMeanRank() {
        assertThat(Ranking.ranks(new double[]{3, 1, 3, 2, 3})).containsExactly(3, 0, 3, 1, 3);
        assertThat(Ranking.ranks(new double[]{5, 5})).containsExactly(0.5, 0.5);
    }

    @Test
    void spearmanComparesRanksNotValues() {
        assertThat(Ranking.spearman(List.of(new Pair(1, 10), new Pair(2, 20), new Pair(900, 21)))).isEqualTo(1);
        // ranks 0 1 2 3 against 1 0 3 2: 1 - 6 * 4 / (4 * 15)
        assertThat(Ranking.spearman(List.of(new Pair(1, 2), new Pair(2, 1), new Pair(3, 4), new Pair(4, 3))))
                .isCloseTo(0.6, within(EXACT));
        // ranks 0.5 0.5 2 against 0 1 2: covariance 1.5, spreads 1.5 and 2
        assertThat(Ranking.spearman(List.of(new Pair(7, 1), new Pair(7, 2), new Pair(8, 3))))
                .isCloseTo(1.5 / Math.sqrt(3), within(EXACT));
        assertThat(Ranking.spearman(List.of(new Pair(7, 1), new Pair(7, 2)))).isZero();
    }

    @Test
    void aucIsHowOftenAHighOneIsAboveALowOneAndATieCountsHalf() {
        // above: 3>1, 3>2, 2>1; tie 2=2; so 3.5 of 4
        assertThat(Ranking.auc(List.of(3.0, 2.0), List.of(1.0, 2.0))).isEqualTo(0.875);
        assertThat(Ranking.auc(List.of(), List.of(1.0))).isNaN();
    }

    @Test
    void theSameConversationsGiveTheSameInterval() {
        List<Integer> talks = IntStream.range(0, 100).boxed().toList();
        Interval first = Interval.of(talks, MetricsTest::mean);
        assertThat(Interval.of(talks, MetricsTest::mean)).isEqualTo(first);
        // the standard error of the mean of 0..99 is 2.887, and 1.96 of them are 5.66
        assertThat(first.from()).isCloseTo(49.5 - 5.66, within(0.6));
        assertThat(first.to()).isCloseTo(49.5 + 5.66, within(0.6));
    }

    @Test
    void conversationsThatAreAllAlikeHaveNoSpread() {
        assertThat(Interval.of(List.of(5, 5, 5), MetricsTest::mean)).isEqualTo(new Interval(5, 5));
        assertThat(Interval.of(List.of(5), some -> Double.NaN).from()).isNaN();
    }

    private static double mean(List<Integer> some) {
        return some.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    @Test
    void wordsOnlyKeepsWordsAndWhatHoldsThemTogether() {
        assertThat(WordsOnly.of("Well -- I DON'T know, \"Dr. O’Neil\"; it's 3.5 at 7:30, isn't it?!"))
                .isEqualTo("well i don't know dr o'neil it's 3.5 at 7:30 isn't it");
        assertThat(WordsOnly.of("a well-known w- - 'cause...")).isEqualTo("a well-known w cause");
        assertThat(WordsOnly.of("?!")).isEmpty();
    }
}
