package dev.rapport.coaching.experiment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExperimentTest {

    private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-04-01T00:00:00Z");

    @Test
    void chanceIsTheSameOnEveryReplicaAndInEveryVersion() {
        Experiment experiment = experiment(7, 50);

        // of the hash itself: other values here would change who is left out of a running experiment
        assertThat(IntStream.range(0, 12).mapToObj(i -> experiment.holdsOut("learner-" + i, "B20") ? "-" : "+")
                .reduce("", String::concat)).isEqualTo("++-----++-++");
        assertThat(experiment.holdsOut("learner-1", "B20"))
                .isEqualTo(experiment(7, 50).holdsOut("learner-1", "B20"));
    }

    @Test
    void theShareIsTheShareForEveryBehaviourAndSeed() {
        for (int share : new int[]{0, 10, 20, 50}) {
            for (String behaviour : Set.of("B01", "B27")) {
                long left = IntStream.range(0, 20_000)
                        .filter(i -> experiment(3, share).holdsOut("l" + i, behaviour)).count();
                assertThat(left / 200.0).isBetween(share - 1.2, share + 1.2);
            }
        }
    }

    @Test
    void anotherBehaviourSeedOrTenantIsDrawnAnew() {
        Experiment one = experiment(1, 50);
        Experiment other = experiment(2, 50);
        Experiment elsewhere = new Experiment("acme", 1, 50, SINCE, UNTIL);

        assertThat(agreeing(i -> one.holdsOut(i, "B01") == one.holdsOut(i, "B02"))).isBetween(4800L, 5200L);
        assertThat(agreeing(i -> one.holdsOut(i, "B01") == other.holdsOut(i, "B01"))).isBetween(4800L, 5200L);
        assertThat(agreeing(i -> one.holdsOut(i, "B01") == elsewhere.holdsOut(i, "B01"))).isBetween(4800L, 5200L);
    }

    @Test
    void nobodyIsLeftOutBeforeItBeginsOrOnceItIsOver() {
        Experiment experiment = experiment(7, 50);
        Set<String> all = Set.of("B01", "B02", "B05", "B20", "B22", "B27");

        assertThat(experiment.of("mara", all, SINCE.minusMillis(1))).isEqualTo(HeldOut.NONE);
        assertThat(experiment.of("mara", all, SINCE).behaviours()).isNotEmpty().isSubsetOf(all);
        assertThat(experiment.of("mara", all, SINCE).until()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(experiment.of("mara", all, UNTIL)).isEqualTo(HeldOut.NONE);
    }

    @Test
    void whatWasSpokenOfBeforeIsNotLeftOut() {
        HeldOut heldOut = new HeldOut(Set.of("B20"), LocalDate.EPOCH);

        assertThat(heldOut.has("B20", 0)).isTrue();
        assertThat(heldOut.has("B20", 1)).isFalse();
        assertThat(heldOut.has("B27", 0)).isFalse();
    }

    @Test
    void moreThanHalfIsNotLeftOut() {
        assertThatThrownBy(() -> experiment(1, 51)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> experiment(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long agreeing(Predicate<String> agrees) {
        return IntStream.range(0, 10_000).mapToObj(i -> "l" + i).filter(agrees).count();
    }

    private static Experiment experiment(long seed, int share) {
        return new Experiment("local", seed, share, SINCE, UNTIL);
    }
}
