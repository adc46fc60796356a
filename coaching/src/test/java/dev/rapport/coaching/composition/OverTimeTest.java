package dev.rapport.coaching.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.NotSaid.Reason;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;

import static dev.rapport.coaching.composition.Conversations.talk;
import static org.assertj.core.api.Assertions.assertThat;

/** One learner, talk after talk. */
class OverTimeTest {

    private static final Instant START = Instant.parse("2026-06-01T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String THEIRS = "The rollout in March was a mess for the team.";

    private final Composer composer = new Composer(Shipped.wordings());

    private final List<Coaching> heard = new ArrayList<>();
    private History history = History.NONE;
    private Instant now = START;

    @Test
    void aPointToTryRestsForFourTalksAndTheReasonCountsDown() {
        for (int i = 0; i < 6; i++) {
            hear(advice(), WEEK);
        }

        assertThat(heard.stream().map(m -> m.growth() == null ? "-" : m.growth().rule()))
                .containsExactly("B27", "-", "-", "-", "-", "B27");
        assertThat(heard.get(1).kind()).isEqualTo(Kind.QUIET);
        assertThat(heard.subList(1, 5).stream().map(m -> m.notSaid().get(0).because())).containsExactly(
                "Spoken of a short while ago. It may come up again in the fourth talk from now.",
                "Spoken of a short while ago. It may come up again in the third talk from now.",
                "Spoken of a short while ago. It may come up again in the second talk from now.",
                "Spoken of a short while ago. It may come up again in the next talk from now.");
    }

    @Test
    void theGoalOneIsWorkingOnDoesNotRest() {
        history = History.of(new Choices(Set.of(), "B27"));
        for (int i = 0; i < 3; i++) {
            hear(advice(), WEEK);
        }

        assertThat(heard.stream().map(m -> m.growth().rule())).containsExactly("B27", "B27", "B27");
    }

    @Test
    void praiseFadesAsTheHabitHoldsAndComesBackAfterTwoTalksWithoutIt() {
        StringBuilder praised = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            hear(question(), WEEK);
            praised.append(last().strength() == null ? '-' : 'B');
        }
        // in every talk, in every third from the third that went well after the first, in every eighth from nine later
        assertThat(praised.toString()).isEqualTo("BBB--B--B--B-------B-------B--");

        hear(nothing(), WEEK);
        assertThat(last().notSaid()).isEmpty();
        hear(nothing(), WEEK);
        hear(question(), WEEK);
        assertThat(last().strength().rule()).isEqualTo("B01");
    }

    @Test
    void aThirdMessageInSevenDaysIsNotWrittenAndEachReasonSaysSo() {
        hear(question(), Duration.ofDays(1));
        hear(advice(), Duration.ofDays(1));
        hear(question(), Duration.ofDays(5));

        assertThat(heard.stream().map(Coaching::kind)).containsExactly(Kind.COACHING, Kind.COACHING, Kind.QUIET);
        assertThat(last().opening()).isEqualTo("There is no point from this talk.\n"
                + "There were two messages in seven days already, and more would only wear out.");
        assertThat(last().notSaid()).containsExactly(new NotSaid("B01", "Follow-up question", Reason.WEEK_FULL,
                "There were two messages in seven days, and that is enough."));

        hear(question(), WEEK);
        assertThat(last().kind()).isEqualTo(Kind.COACHING);
    }

    @Test
    void whatWasSeenAndNotSaidHasItsReason() {
        history = History.of(new Choices(Set.of("B01"), null));
        hear(talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?")
                .saw("B20", 10, THEIRS, "The rollout", "Is it live now?")
                .saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 14, THEIRS, "The rollout", "You should call them.")
                .saw("B26", 16, "Hm.", null, "Right, next item.").build(), WEEK);

        assertThat(last().growth().rule()).isEqualTo("B27");
        assertThat(last().notSaid().stream().map(n -> n.rule() + " " + n.reason())).containsExactly("B01 STOPPED",
                "B20 TOO_FEW", "B26 NOT_FOR_QUOTING");
        assertThat(last().notSaid().get(1).because())
                .isEqualTo("It takes two turns to be more than chance, and this talk had one.");
    }

    @Test
    void aTalkTooThinToJudgeLeavesNoTrace() {
        hear(advice(), WEEK);
        History before = history;
        hear(talk().learnerTurns(3).build(), WEEK);

        assertThat(last().kind()).isEqualTo(Kind.NOT_ENOUGH);
        assertThat(history).isSameAs(before);
    }

    @Test
    void theScheduleSaysWhenEachMayComeUpAgain() {
        history = History.of(new Choices(Set.of("B22"), "B20"));
        hear(advice(), WEEK);
        hear(question(), WEEK);

        assertThat(Schedule.of(history, Shipped.wordings())
                .stream().map(l -> l.rule() + " said " + l.said() + ", " + l.inWords() + ", next " + l.next()
                        + (l.goal() ? ", goal" : "") + (l.stopped() ? ", stopped" : "")))
                .containsExactly("B01 said 1, every talk, next 1", "B20 said 0, every talk, next 1, goal",
                        "B22 said 0, every talk, next null, stopped", "B27 said 1, every talk, next 4");
        // and so it comes
        hear(advice(), WEEK);
        hear(advice(), WEEK);
        hear(advice(), WEEK);
        assertThat(last().growth()).isNull();
        hear(advice(), WEEK);
        assertThat(last().growth().rule()).isEqualTo("B27");
    }

    private void hear(Talk talk, Duration until) {
        Coaching message = composer.compose(talk, history, now);
        heard.add(message);
        history = message.past(now).map(history::and).orElse(history);
        now = now.plus(until);
    }

    private Coaching last() {
        return heard.get(heard.size() - 1);
    }

    private static Talk advice() {
        return talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.").build();
    }

    private static Talk question() {
        return talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build();
    }

    private static Talk nothing() {
        return talk().build();
    }
}
