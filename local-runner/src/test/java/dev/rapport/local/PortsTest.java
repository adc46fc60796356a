package dev.rapport.local;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void portsThatAreFreeAreKept() {
        var before = new Ports(8081, 8082, 8083, 5001, 5002, 5003);
        assertThat(before.orFree(port -> true, () -> 1)).isEqualTo(before);
    }

    @Test
    void aPortThatIsTakenIsReplacedAndTheOthersStay() {
        var before = new Ports(8081, 8082, 8083, 5001, 5002, 5003);
        var taken = Set.of(8082, 5003);
        assertThat(before.orFree(port -> !taken.contains(port), List.of(6001, 6002).iterator()::next))
                .isEqualTo(new Ports(8081, 6001, 8083, 5001, 5002, 6002));
    }

    @Test
    void noPortIsGivenTwice() {
        Iterator<Integer> free = List.of(8082, 8081, 6001, 6002, 6003).iterator();
        assertThat(Ports.PREFERRED.orFree(port -> true, free::next))
                .isEqualTo(new Ports(8081, 8082, 8083, 6001, 6002, 6003));
    }
}
