package dev.rapport.coaching.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.Polarity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the estimate finds a known truth, again and again: learners of made-up habits, talks of made-up number, and chance
 * of the experiment itself. A message is due after the first talk that goes badly, as in the product, so every pair looks
 * better afterwards whether or not anything was said.
 */
class EffectSimulationTest {

    private static final int RUNS = 2_000;
    private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-04-01T00:00:00Z");
    private static final Behaviour ADVICE = new Behaviour("B27", Polarity.GROW, 2);
    private static final Set<String> JUDGED = Set.of("B27");

    @ParameterizedTest
    @CsvSource({"60, 50, 0", "60, 50, 0.1", "60, 50, 0.2", "200, 20, 0", "200, 20, 0.1", "200, 20, 0.2"})
    void theEstimateIsRightOnAverageAndItsIntervalHoldsTheTruthAsOftenAsItSays(int learners, int share, double truth) {
        double sum = 0;
        double squares = 0;
        double width = 0;
        double beforeAndAfter = 0;
        int told = 0;
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            if (Effect.of(pairs(learners, share, truth, run)) instanceof Effect.Told effect) {
                told++;
                sum += effect.difference();
                squares += effect.difference() * effect.difference();
                beforeAndAfter += effect.changeWith();
                width += effect.high() - effect.low();
                held += effect.low() <= truth && truth <= effect.high() ? 1 : 0;
            }
        }
        double mean = sum / told;
        double error = Math.sqrt((squares / told - mean * mean) / told);
        double coverage = 100.0 * held / told;
        System.out.printf("| %d | %d %% | %+.1f | %+.4f | %.4f | %.1f %% | %.2f | %+.2f | %d |%n", learners, share,
                truth, mean,
                error, coverage, width / told, beforeAndAfter / told, told);

        assertThat(told).isGreaterThan(RUNS / 2);
        assertThat(Math.abs(mean - truth)).isLessThan(3 * error);
        assertThat(coverage).isBetween(93.0, 97.0);
        // what is seen without leaving anybody out says that it works even where it does nothing
        assertThat(beforeAndAfter / told).isGreaterThan(truth + 0.1);
    }

    private static List<Pair> pairs(int learners, int share, double truth, int run) {
        Random random = new Random(run);
        Experiment experiment = new Experiment("local", run, share, SINCE, UNTIL);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            boolean heldOut = experiment.holdsOut("learner-" + i, "B27");
            Pair.of(ADVICE, talks(random, heldOut, truth), SINCE, UNTIL).ifPresent(pairs::add);
        }
        return pairs;
    }

    private static List<EarlierTalk> talks(Random random, boolean heldOut, double truth) {
        double often = 0.2 + 0.5 * random.nextDouble();
        int number = 4 + random.nextInt(16);
        boolean due = false;
        List<EarlierTalk> talks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean well = random.nextDouble() < often + (due && !heldOut ? truth : 0);
            boolean now = !due && !well;
            talks.add(new EarlierTalk(SINCE.plus(Duration.ofDays(7L * i)), JUDGED, well ? Map.of() : Map.of("B27", 2),
                    null, now && !heldOut ? "B27" : null, null, now && heldOut ? JUDGED : Set.of()));
            due |= now;
        }
        return talks;
    }
}
