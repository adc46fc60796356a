package dev.rapport.rules.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Event;
import dev.rapport.events.Evidence;
import dev.rapport.events.LearnerErased;
import dev.rapport.events.Polarity;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.events.Role;
import dev.rapport.events.ShadowObserved;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.figures.Figures.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class FiguresTopicResourceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Inject
    Figures figures;

    private void told(LocalDate day, Event... events) {
        figures.take(Stream.of(events).map(event -> new Told(event, day)).toList());
    }

    private static BehaviourObserved seen(String tenant, String talk, String learner, int turn, boolean withdrawn) {
        return new BehaviourObserved(tenant, talk, learner, turn, "B20", "0123456789ab", "ba9876543210", "streak",
                Polarity.GROW, Clarity.CLEAR,
                List.of(new Evidence(turn, Role.LEARNER, Evidence.Part.ACT, "Is it?", 0, 6,
                        null, null)),
                List.of("it is"), "nothing", withdrawn, null);
    }

    private static ReactionGiven said(String tenant, String learner, String message, Reaction reaction, int minute) {
        return new ReactionGiven(tenant, learner, message, "B20", "0123456789ab", tenant + "/t/turn/1/B20", reaction,
                Instant.parse("2026-11-02T10:00:00Z").plusSeconds(60L * minute));
    }

    @Test
    void whatIsToldTwiceCorrectedOrWithdrawnIsCountedOnce() {
        told(MONDAY, seen("counts", "t1", "ada", 3, false), seen("counts", "t1", "ada", 5, false));
        told(MONDAY, seen("counts", "t1", "ada", 3, false), seen("counts", "t2", "ben", 4, false));
        told(MONDAY.plusDays(1), seen("counts", "t1", "ada", 5, true), seen("counts", "t1", "ada", 5, true));

        assertThat(figures.of("counts", MONDAY).get("B20"))
                .isEqualTo(new RuleFigures("B20", 2, 2, 0, 0, 0, 0));
        // the hit that was taken back is taken from its own day
        assertThat(figures.of("counts", MONDAY.plusDays(1)).get("B20")).isNull();
        assertThat(figures.of("others", MONDAY)).isEmpty();
    }

    @Test
    void theLastReactionOfALearnerToAMessageCountsAndDeliberateDisputesNothing() {
        told(MONDAY, said("says", "ada", "m1", Reaction.NOT_RIGHT, 1), said("says", "ada", "m1", Reaction.HELPFUL, 2));
        told(MONDAY, said("says", "ada", "m1", Reaction.NOT_RIGHT, 1), said("says", "ben", "m2", Reaction.NOT_RIGHT, 1),
                said("says", "cleo", "m3", Reaction.DELIBERATE, 1), said("says", "dan", "m4", Reaction.HELPFUL, 1),
                said("says", "eve", "m5", Reaction.HELPFUL, 1));

        RuleFigures of = figures.of("says", MONDAY).get("B20");

        assertThat(of).isEqualTo(new RuleFigures("B20", 0, 0, 3, 1, 1, 0));
        assertThat(of.disputed()).isEqualTo(0.25);
    }

    @Test
    void aShadowIsCountedOnceATalk() {
        ShadowObserved first = new ShadowObserved("shade", "t1", "ada", 7, "ba9876543210", Map.of("B20", 2));
        told(MONDAY, first, first,
                new ShadowObserved("shade", "t2", "ada", 7, "ba9876543210", Map.of("B20", 1, "B01", 4)),
                new ShadowObserved("shade", "t3", "ben", 7, "ba9876543210", Map.of()),
                new ShadowObserved("shade", "t3", "ben", 8, "ba9876543210", Map.of("B01", 9)));

        assertThat(figures.ofShadow("shade", 7)).isEqualTo(
                new ShadowFigures(3, Map.of("B01", 4L, "B20", 3L), Map.of("B01", 1L, "B20", 2L)));
    }

    @Test
    void whoIsErasedLeavesTheCountAndNoTrace() {
        told(MONDAY, seen("gone", "t1", "ada", 3, false), seen("gone", "t2", "ben", 3, false),
                said("gone", "ada", "m1", Reaction.HELPFUL, 1), new LearnerErased("gone", "ada", Instant.EPOCH));

        assertThat(figures.of("gone", MONDAY).get("B20")).isEqualTo(new RuleFigures("B20", 2, 1, 0, 0, 0, 0));
    }
}
