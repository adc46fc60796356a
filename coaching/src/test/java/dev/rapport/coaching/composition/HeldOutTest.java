package dev.rapport.coaching.composition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.NotSaid.Reason;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static dev.rapport.coaching.composition.Conversations.talk;
import static org.assertj.core.api.Assertions.assertThat;

/** What an experiment leaves out. */
class HeldOutTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);
    private static final String THEIRS = "The rollout in March was a mess for the team.";
    private static final List<String> RULES = List.of("B01", "B02", "B05", "B16", "B20", "B22", "B27");

    private final Composer composer = new Composer(Shipped.wordings());

    @Test
    void whatIsLeftOutIsNotSaidAndTheLearnerReadsWhy() {
        Coaching message = composer.compose(advice(), History.NONE, NOW, heldOut("B27"));

        assertThat(message.growth()).isNull();
        assertThat(message.notSaid()).containsExactly(new NotSaid("B27", "Advice before it was asked for",
                Reason.HELD_OUT, "Your company measures whether these messages help. This one is left out for you, by"
                        + " chance, until 31 March 2027."));
        assertThat(message.kind()).isEqualTo(Kind.QUIET);
        assertThat(message.opening()).isEqualTo("There is no point from this talk.\nWhat stood out is left out for you,"
                + " because your company measures whether these messages help.");
        assertThat(message.past(NOW).orElseThrow().heldOut()).containsExactly("B27");
        assertThat(message.past(NOW).orElseThrow().turns()).isEqualTo(Map.of("B27", 2));
    }

    @Test
    void whatTheLearnerStoppedIsTheirChoiceAndNotTheExperiments() {
        Coaching message = composer.compose(advice(), History.of(new Choices(Set.of("B27"), null)), NOW,
                heldOut("B27"));

        assertThat(message.notSaid()).extracting(NotSaid::reason).containsExactly(Reason.STOPPED);
        assertThat(message.past(NOW).orElseThrow().heldOut()).isEmpty();
    }

    @Test
    void inAFullWeekItWasNotDue() {
        History history = History.NONE;
        for (int day = 1; day < 3; day++) {
            Instant at = NOW.minus(Duration.ofDays(day));
            history = history.and(composer.compose(talk().saw("B0" + day, 6, THEIRS, "The rollout",
                    "What changed then in March?").build(), history, at).past(at).orElseThrow());
        }

        assertThat(composer.compose(advice(), history, NOW, heldOut("B27")).notSaid()).extracting(NotSaid::reason)
                .containsExactly(Reason.WEEK_FULL);
    }

    @Test
    void whatWasSpokenOfBeforeGoesOn() {
        Instant before = NOW.minus(Duration.ofDays(60));
        History history = History.NONE.and(composer.compose(question(), History.NONE, before).past(before)
                .orElseThrow());

        assertThat(composer.compose(question(), history, NOW, heldOut("B01")).strength().rule()).isEqualTo("B01");
    }

    @Provide
    Arbitrary<List<Integer>> turns() {
        return Arbitraries.integers().between(0, 3).list().ofSize(RULES.size());
    }

    @Provide
    Arbitrary<Set<String>> left() {
        return Arbitraries.of(RULES).set();
    }

    /** Or pairs with a message and pairs without would not be the same pairs. */
    @Property(tries = 300)
    void itIsDueJustWhenItWouldBeSaidIfItAloneWereNotLeftOut(@ForAll("turns") List<Integer> turns,
            @ForAll("left") Set<String> left) {
        Talk talk = talkOf(turns);
        Coaching message = composer.compose(talk, History.NONE, NOW, new HeldOut(left, UNTIL));
        Set<String> due = message.notSaid().stream().filter(n -> n.reason() == Reason.HELD_OUT).map(NotSaid::rule)
                .collect(Collectors.toSet());

        assertThat(points(message)).doesNotContainAnyElementsOf(left.isEmpty() ? Set.of("") : left);
        for (String rule : left) {
            Set<String> others = new HashSet<>(left);
            others.remove(rule);
            assertThat(points(composer.compose(talk, History.NONE, NOW, new HeldOut(others, UNTIL))).contains(rule))
                    .as(rule).isEqualTo(due.contains(rule));
        }
    }

    private static Set<String> points(Coaching message) {
        return Stream.of(message.strength(), message.growth()).filter(p -> p != null).map(Point::rule)
                .collect(Collectors.toSet());
    }

    private static Talk talkOf(List<Integer> turns) {
        Conversations talk = Conversations.talk().turns(60);
        for (int i = 0; i < RULES.size(); i++) {
            for (int n = 0; n < turns.get(i); n++) {
                talk.saw(RULES.get(i), 2 + 2 * (i % 4 * 3 + n), "We lost two engineers in the last month.",
                        "We lost two engineers", "What changed after that, do you think?");
            }
        }
        return talk.build();
    }

    private static HeldOut heldOut(String code) {
        return new HeldOut(Set.of(code), UNTIL);
    }

    private static Talk advice() {
        return talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.").build();
    }

    private static Talk question() {
        return talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build();
    }
}
