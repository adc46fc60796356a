package dev.rapport.coaching.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.Polarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Talks are written a letter each, a day apart, and the experiment runs from day 2 to before day 9. */
class PairTest {

    private static final Instant DAY_0 = Instant.parse("2026-10-01T09:00:00Z");
    private static final Instant SINCE = day(2);
    private static final Instant UNTIL = day(9);
    private static final Behaviour ADVICE = new Behaviour("B27", Polarity.GROW, 2);

    @Test
    void thePairEntersAtTheFirstMessageAndThatTalkIsAnEarlierOne() {
        assertThat(pair("+-m++-")).contains(new Pair(Arm.MESSAGE, 1 / 3.0, 2 / 3.0));
    }

    @Test
    void aPairLeftOutEntersWhereItWouldHaveBeenSaid() {
        assertThat(pair("+-h+--")).contains(new Pair(Arm.HELD_OUT, 1 / 3.0, 1 / 3.0));
        assertThat(pair("+-h-h+")).contains(new Pair(Arm.HELD_OUT, 1 / 3.0, 1 / 3.0));
    }

    @Test
    void whatHadBeenSaidBeforeDoesNotEnter() {
        assertThat(pair("m--m++")).isEmpty();
        assertThat(pair("+-++-+")).isEmpty();
    }

    @Test
    void talksAfterTheEndDoNotCount() {
        assertThat(pair("--m++++++---")).contains(new Pair(Arm.MESSAGE, 0, 1.0));
        assertThat(pair("---------m++")).isEmpty();
    }

    @Test
    void aTalkThatCouldNotTellDoesNotCount() {
        assertThat(pair("?-m?+?")).contains(new Pair(Arm.MESSAGE, 0, 1.0));
    }

    @Test
    void withoutALaterTalkThereIsNoChange() {
        assertThat(pair("+-m??")).contains(new Pair(Arm.MESSAGE, 1 / 3.0, null));
        assertThat(pair("+-m??").orElseThrow().change()).isEmpty();
        assertThat(pair("+-m+").orElseThrow().change()).hasValueCloseTo(2 / 3.0, within(1e-12));
    }

    /**
     * @param talks plus for one that went well, minus for one that did not, a question mark for one that could not tell, m for
     * one with a message and h for one whose message was left out; the last two did not go well
     */
    private static Optional<Pair> pair(String talks) {
        List<EarlierTalk> told = new ArrayList<>();
        for (int i = 0; i < talks.length(); i++) {
            char c = talks.charAt(i);
            told.add(new EarlierTalk(day(i), c == '?' ? Set.of() : Set.of("B27"),
                    c == '+' || c == '?' ? Map.of() : Map.of("B27", 2), null, c == 'm' ? "B27" : null, null,
                    c == 'h' ? Set.of("B27") : Set.of()));
        }
        return Pair.of(ADVICE, told, SINCE, UNTIL);
    }

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }
}
