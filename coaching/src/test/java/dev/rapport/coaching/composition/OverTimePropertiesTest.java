package dev.rapport.coaching.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every learner, whatever their talks are like. */
class OverTimePropertiesTest {

    private static final List<String> RULES = List.of("B01", "B02", "B05", "B16", "B20", "B22", "B27");

    private final Composer composer = new Composer(Shipped.wordings());

    /** What was seen in a talk, in how many turns each, and when it took place after the one before. */
    record Day(List<Integer> turns, int hoursLater) {
    }

    private record Heard(Instant at, Coaching message) {

        boolean has(String code) {
            return points(message).anyMatch(p -> p.rule().equals(code));
        }
    }

    @Provide
    Arbitrary<List<Day>> days() {
        return Combinators.combine(Arbitraries.integers().between(0, 3).list().ofSize(RULES.size()),
                Arbitraries.of(1, 5, 24, 47, 72, 168)).as(Day::new).list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Combinators.combine(Arbitraries.of(RULES).set().ofMaxSize(2),
                Arbitraries.of(RULES).injectNull(0.5), Arbitraries.of("lively", "advising").injectNull(0.5),
                Arbitraries.of(true, false)).as(Choices::new);
    }

    @Property(tries = 150)
    void aLearnerIsNotWornOutAndToldOfEverythingThatWasSeen(@ForAll("days") List<Day> days,
            @ForAll("choices") Choices choices) {
        List<Heard> heard = new ArrayList<>();
        History history = History.of(choices);
        Instant now = Instant.parse("2026-01-05T08:00:00Z");
        for (Day day : days) {
            now = now.plus(Duration.ofHours(day.hoursLater()));
            Talk talk = talk(day);
            Coaching message = composer.compose(talk, history, now);
            assertThat(composer.compose(talk, history, now)).isEqualTo(message);
            history = message.past(now).map(history::and).orElse(history);
            heard.add(new Heard(now, message));
            eachIsSaidOrHasItsReason(day, message);
            assertThat(message.second() == null || choices.twoPoints() && message.growth() != null).isTrue();
        }
        noMoreThanTwoInSevenDays(heard);
        noPointToTryTwiceInFiveTalks(heard, choices);
        assertThat(heard).noneMatch(h -> choices.stopped().stream().anyMatch(h::has));
    }

    private static void eachIsSaidOrHasItsReason(Day day, Coaching message) {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < RULES.size(); i++) {
            if (day.turns().get(i) > 0) {
                seen.add(RULES.get(i));
            }
        }
        List<String> told = new ArrayList<>(message.notSaid().stream().map(NotSaid::rule).toList());
        points(message).forEach(p -> told.add(p.rule()));
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(seen);
    }

    private static void noMoreThanTwoInSevenDays(List<Heard> heard) {
        List<Heard> coached = heard.stream().filter(h -> h.message().kind() == Kind.COACHING).toList();
        for (int i = 2; i < coached.size(); i++) {
            assertThat(Duration.between(coached.get(i - 2).at(), coached.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofDays(7));
        }
    }

    private static void noPointToTryTwiceInFiveTalks(List<Heard> heard, Choices choices) {
        for (int i = 0; i < heard.size(); i++) {
            List<Heard> next = heard.subList(i + 1, Math.min(heard.size(), i + 5));
            toTry(heard.get(i).message()).filter(code -> !code.equals(choices.goal()))
                    .forEach(code -> assertThat(next.stream().flatMap(h -> toTry(h.message()))).doesNotContain(code));
        }
    }

    private static Stream<Point> points(Coaching message) {
        return Stream.of(message.strength(), message.growth(), message.second()).filter(Objects::nonNull);
    }

    private static Stream<String> toTry(Coaching message) {
        return Stream.of(message.growth(), message.second()).filter(Objects::nonNull).map(Point::rule);
    }

    private static Talk talk(Day day) {
        Conversations talk = Conversations.talk().turns(60);
        for (int i = 0; i < RULES.size(); i++) {
            for (int n = 0; n < day.turns().get(i); n++) {
                talk.saw(RULES.get(i), 2 + 2 * (i * 3 + n), "We lost two engineers in the last month.",
                        "We lost two engineers", "What changed after that, do you think?");
            }
        }
        return talk.build();
    }
}
