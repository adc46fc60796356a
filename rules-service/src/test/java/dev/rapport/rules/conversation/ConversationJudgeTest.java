package dev.rapport.rules.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Evidence;
import dev.rapport.events.TurnSpoken;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationJudgeTest {

    private final Desk desk = new Desk();

    private static Talk threeQuestions() {
        return Talk.called("t").learner("Is it live?").partner("Yes.").learner("Did they agree?").partner("They did.")
                .learner("Are you happy?");
    }

    @Test
    void aTurnIsJudgedWhenItComes() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        assertThat(desk.toldInShort(0)).containsExactly("1 ASKED");
        desk.hears(talk.turn(2));
        assertThat(desk.toldInShort(1)).containsExactly("2 ANSWERED");
    }

    @Test
    void aStreakNamesTheTurnsItRestsOn() {
        desk.hearsAll(threeQuestions());
        BehaviourObserved streak = desk.standing().stream().filter(o -> o.rule().equals("STREAK")).findFirst()
                .orElseThrow();
        assertThat(streak.id()).isEqualTo("local/t/turn/5/STREAK");
        assertThat(streak.rulebookVersion()).isEqualTo("aaaaaaaaaaaa");
        assertThat(streak.evidence()).extracting(Evidence::passage).containsExactly("Is it live?", "Did they agree?",
                "Are you happy?");
    }

    @Test
    void theSameTurnSentAgainChangesNothing() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        assertThat(desk.hears(talk.turn(1))).isEqualTo(new Outcome.Ignored());
    }

    @Test
    void aTakenNumberWithOtherWordsIsRefused() {
        desk.hears(threeQuestions().opened());
        desk.hears(threeQuestions().turn(1));
        assertThat(desk.hears(Talk.called("t").learner("Is it dead?").turn(1)))
                .isEqualTo(new Outcome.Refused("turn 1 was sent before with other content"));
    }

    @Test
    void aLateTurnTakesBackWhatNoLongerHoldsAndTellsOnlyWhatChanged() {
        Talk talk = Talk.called("t").learner("Is it live?").learner("Did they agree?")
                .learner("I see, so it went well.")
                .learner("Are you happy?");
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.hears(talk.turn(2));
        desk.hears(talk.turn(4));
        assertThat(desk.standingInShort()).containsExactly("1 ASKED", "2 ASKED", "4 ASKED", "4 STREAK");
        int before = desk.told.size();

        desk.hears(talk.turn(3));
        desk.goesOnToTheEnd();

        assertThat(desk.toldInShort(before)).containsExactly("-4 STREAK");
        BehaviourObserved withdrawn = (BehaviourObserved) desk.told.get(before);
        assertThat(withdrawn.evidence()).extracting(Evidence::text).containsExactly("Is it live?", "Did they agree?",
                "Are you happy?");
    }

    @Test
    void aCorrectedObservationKeepsItsId() {
        Talk talk = Talk.called("t").learner("One?").learner("Two?").learner("Three?").learner("Four?");
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.hears(talk.turn(2));
        desk.hears(talk.turn(4));
        int before = desk.told.size();

        desk.hears(talk.turn(3));

        assertThat(desk.toldInShort(before)).containsExactly("3 ASKED", "3 STREAK", "4 OFTEN", "4 STREAK");
        assertThat(((BehaviourObserved) desk.told.get(before + 3)).evidence()).extracting(Evidence::turn)
                .containsExactly(2, 3, 4);
        assertThat(desk.told.get(before + 3).id()).isEqualTo("local/t/turn/4/STREAK");
    }

    @Test
    void theLastWordComesAsSoonAsAllTurnsThatWereSentAreThere() {
        Talk talk = Talk.called("t").learner("How did the first week go?").heardWith(0.9)
                .partner("Slower than I had hoped, to be honest.").heardWith(0.6);
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.hears(talk.closed());
        assertThat(desk.record.phase()).isInstanceOf(Phase.Closing.class);

        desk.hears(talk.turn(2));

        assertThat(desk.lastWord()).isEqualTo(new ConversationJudged("local", "t", "lena", "sales-discovery",
                "first-contact", "en", 2, 1, 6, 8, 0.75, 2, List.of("ANSWERED", "ASKED", "OFTEN", "STREAK"),
                Map.of("QUICK", "no times in this transcript"), null, "aaaaaaaaaaaa",
                List.of("Paul")));
    }

    @Test
    void missingTurnsAreWaitedForAndThenDoneWithout() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.hears(talk.closed());

        desk.after(Duration.ofMillis(9_999));
        assertThat(desk.toldInShort(1)).isEmpty();

        desk.after(Duration.ofMillis(1));
        assertThat(desk.toldInShort(1)).containsExactly("judged");
        assertThat(desk.lastWord().turns()).isEqualTo(1);
    }

    @Test
    void withoutACountAHoleInTheNumbersIsWaitedFor() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.hears(talk.turn(3));
        desk.hears(talk.closed(null));
        assertThat(desk.record.phase()).isInstanceOf(Phase.Closing.class);

        desk.hears(talk.turn(2));

        assertThat(desk.lastWord().turns()).isEqualTo(3);
    }

    @Test
    void whatIsToldInTimesCountsAsJudgedAgain() {
        desk.hearsAll(Talk.called("t").learner("Is it live?").learnerAt(900, "Did they agree?"));
        assertThat(desk.lastWord().judged()).contains("QUICK");
        assertThat(desk.lastWord().notJudged()).isEmpty();
    }

    @Test
    void aConversationThatIsJudgedTakesNothingMore() {
        Talk talk = threeQuestions();
        desk.hearsAll(talk);
        assertThat(desk.hears(talk.turn(1))).isEqualTo(new Outcome.Ignored());
        assertThat(desk.hears(talk.closed())).isEqualTo(new Outcome.Ignored());
        assertThat(desk.hears(talk.opened())).isEqualTo(new Outcome.Ignored());
        assertThat(desk.hears(talk.learner("And one more thing?").turn(6)))
                .isEqualTo(new Outcome.Refused("a turn of a conversation that is judged already"));
    }

    @Test
    void turnsAreForgottenAfterAWhileAndTheConversationLater() {
        desk.hearsAll(threeQuestions());
        assertThat(desk.turns).hasSize(5);
        desk.after(Duration.ofMinutes(9));
        assertThat(desk.turns).hasSize(5);

        desk.after(Duration.ofMinutes(1));
        assertThat(desk.turns).isEmpty();
        assertThat(desk.hears(threeQuestions().turn(1)))
                .isEqualTo(new Outcome.Refused("a turn of a conversation that is judged already"));

        desk.after(Duration.ofDays(7));
        assertThat(desk.record).isNull();
    }

    @Test
    void aConversationNobodyClosesIsOverAfterADayOfSilence() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        desk.after(Duration.ofHours(23));
        assertThat(desk.toldInShort(1)).isEmpty();
        desk.after(Duration.ofHours(1));
        assertThat(desk.toldInShort(1)).containsExactly("judged");
    }

    @Test
    void nothingIsObservedInALanguageThatCannotBeJudged() {
        desk.hearsAll(Talk.called("t").in("de").learner("Wie geht es dir?").partner("Gut."));
        assertThat(desk.standing()).isEmpty();
        assertThat(desk.lastWord().cannotJudge()).isEqualTo("it is in German (de), and only English can be judged yet");
        assertThat(desk.lastWord().judged()).isEmpty();
    }

    @Test
    void whatWasTakenForEnglishIsTakenBackWhenTheLanguageShows() {
        Talk talk = Talk.called("t").learner("Hi?").partner("Hier spricht man Deutsch.");
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        assertThat(desk.toldInShort(0)).containsExactly("1 ASKED");
        desk.hears(talk.turn(2));
        assertThat(desk.toldInShort(1)).containsExactly("-1 ASKED");
    }

    @Test
    void theLanguageIsThatOfTheFirstTurnsOnly() {
        Talk talk = Talk.called("t").learner("x".repeat(ConversationJudge.LANGUAGE_SAMPLE)).partner("Deutsch, oder?");
        assertThat(desk.hearsAll(talk).lastWord().language()).isEqualTo("en");
    }

    @Test
    void aTurnThatARuleChokesOnIsKeptWithoutStoppingTheOthers() {
        Talk talk = Talk.called("t").learner("BREAK THE BEHAVIOURS?").learner("Is it live?");
        desk.hears(talk.opened());
        assertThat(((Outcome.Changed) desk.hears(talk.turn(1))).failure())
                .isEqualTo("turn 1 could not be judged: IllegalStateException");
        desk.hears(talk.turn(2));
        desk.hears(talk.closed());
        assertThat(desk.standingInShort()).containsExactly("2 ASKED");
        assertThat(desk.lastWord().judged()).containsExactly("ASKED");
        assertThat(desk.lastWord().notJudged()).containsEntry("STREAK", "turn 1 could not be judged");
    }

    @Test
    void aNewRulebookJudgesTheOpenConversationAgain() {
        Talk talk = threeQuestions().partner("Fine.");
        desk.hears(talk.opened());
        talk.turns().subList(0, 5).forEach(desk::hears);
        int before = desk.told.size();
        desk.rules.set(new PlainRules("bbbbbbbbbbbb", 2));

        desk.hears(talk.turn(6));

        assertThat(desk.toldInShort(before)).containsExactly("3 STREAK", "5 STREAK", "6 ANSWERED");
        assertThat(desk.told.subList(before, desk.told.size())).allSatisfy(
                e -> assertThat(((BehaviourObserved) e).rulebookVersion()).isEqualTo("bbbbbbbbbbbb"));
    }

    @Test
    void anotherKindOfConversationIsJudgedAgainFromTheStart() {
        Talk talk = threeQuestions();
        desk.hears(talk.opened());
        desk.hears(talk.turn(1));
        int before = desk.told.size();
        desk.hears(talk.opened("support"));
        assertThat(desk.toldInShort(before)).isEmpty();
        assertThat(desk.record.opened().kind()).isEqualTo("support");
    }

    @Test
    void aConversationOfNothingIsJudgedAsNothing() {
        Talk talk = Talk.called("t");
        desk.hearsAll(talk);
        assertThat(desk.lastWord().turns()).isZero();
        assertThat(desk.lastWord().judged()).isEmpty();
        assertThat(desk.lastWord().notJudged()).containsEntry("ASKED", "nothing was said");
    }

    @Test
    void aConversationHasAnEnd() {
        Desk small = new Desk(new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 2));
        Talk talk = threeQuestions();
        small.hears(talk.opened());
        small.hears(talk.turn(1));
        small.hears(talk.turn(2));
        assertThat(small.hears(talk.turn(3)))
                .isEqualTo(new Outcome.Refused("the conversation has more than 2 turns"));
    }

    @Test
    void turnsSentBackwardsAreLeftForLaterAndComeOutTheSame() {
        Talk talk = Talk.called("t");
        IntStream.range(0, 500).forEach(i -> {
            talk.learner(i % 3 == 0 ? "Well." : "Why " + i + "?");
            talk.partner(i % 5 == 0 ? "And you?" : "Because.");
        });
        Desk inOrder = new Desk().hearsAll(talk);

        desk.hears(talk.opened());
        for (int i = talk.turns().size(); i >= 1; i--) {
            TurnSpoken turn = talk.turn(i);
            desk.hears(turn);
        }
        desk.hears(talk.closed());
        assertThat(desk.told.size()).as("told before the conversation goes on").isLessThan(200);
        desk.goesOnToTheEnd();

        assertThat(desk.standing()).isEqualTo(inOrder.standing());
        assertThat(desk.lastWord()).isEqualTo(inOrder.lastWord());
    }
}
