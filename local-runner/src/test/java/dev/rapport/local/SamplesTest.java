package dev.rapport.local;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTest {

    private static final Checkout CHECKOUT = new Checkout(java.nio.file.Path.of("..").toAbsolutePath().normalize());

    @Test
    void everySampleIsThereAndNamesItsLearner() {
        var samples = Samples.in(CHECKOUT.samples()).samples();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(6);
        assertThat(samples).allSatisfy(sample -> {
            assertThat(CHECKOUT.samples().resolve(sample.file())).isRegularFile();
            assertThat(sample.learner()).isNotBlank();
            assertThat(sample.description()).isNotBlank();
        });
    }
}
