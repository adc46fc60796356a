package dev.rapport.coaching.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.coaching.composition.Shipped;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.live.Circumstances.Given;
import dev.rapport.coaching.live.LiveDecision.Again;
import dev.rapport.coaching.live.LiveDecision.Nudge;
import dev.rapport.coaching.live.LiveDecision.Reason;
import dev.rapport.coaching.live.LiveDecision.Silent;
import dev.rapport.coaching.live.LiveDecision.Until;
import dev.rapport.coaching.live.LiveDecision.Wait;
import dev.rapport.coaching.live.OpenTalk.Seen;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;

import static dev.rapport.coaching.composition.Conversations.talk;
import static org.assertj.core.api.Assertions.assertThat;

class LivePolicyTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final String PARTNER = "We lost two engineers and the budget is gone.";
    private static final Duration MILLI = Duration.ofMillis(1);

    private final LivePolicy policy = new LivePolicy(Shipped.wordings());
    private final OpenTalk talk = new OpenTalk();

    @Test
    void afterThePartnerSpokeTheLearnerIsNudged() {
        closedQuestionsUpTo(18);
        turns(19);

        assertThat(decided(settled())).isInstanceOfSatisfying(Nudge.class,
                nudge -> assertThat(nudge.wording().live()).isEqualTo("Start the next question with what or how."));
    }

    @Test
    void nothingIsSaidWhileTheLearnerHasTheWord() {
        closedQuestionsUpTo(18);

        assertThat(decided(settled())).isEqualTo(new Wait(Until.PARTNER_SPOKE));

        turns(19);
        assertThat(decided(settled())).isInstanceOf(Nudge.class);

        turns(20);
        assertThat(decided(settled())).isEqualTo(new Wait(Until.PARTNER_SPOKE));
    }

    @Test
    void aTurnThatComesLateDoesNotGiveThePartnerTheWord() {
        closedQuestionsUpTo(18);
        talk.said(turn(15), at(18));

        assertThat(decided(settled())).isEqualTo(new Wait(Until.PARTNER_SPOKE));
    }

    @Test
    void whatIsSeenBeforeItIsHeardWaits() {
        opened();
        saw("B20", 16);
        saw("B20", 18);

        assertThat(decided(at(18))).isEqualTo(new Wait(Until.PARTNER_SPOKE));
    }

    @Test
    void theRulesAreGivenTimeForThePartnersLastWords() {
        closedQuestionsUpTo(18);
        turns(19);

        assertThat(decided(at(19).plus(LivePolicy.JUDGING).minus(MILLI)))
                .isEqualTo(new Wait(Until.RULES_CAUGHT_UP));
        assertThat(decided(at(19).plus(LivePolicy.JUDGING))).isInstanceOf(Nudge.class);
    }

    @Test
    void aMinuteLaterItIsGivenUp() {
        closedQuestionsUpTo(18);
        turns(19);

        assertThat(decided(at(18).plusSeconds(60))).isInstanceOf(Nudge.class);
        assertThat(decided(at(18).plusSeconds(60).plus(MILLI))).isEqualTo(new Silent(Reason.TOO_LATE));
    }

    @Test
    void aTalkWhoseTurnsAreSentTogetherIsOver() {
        opened();
        Instant end = at(19);
        talk.said(turn(1), end.minusSeconds(30).plus(MILLI));
        for (int n = 2; n <= 19; n++) {
            talk.said(turn(n), end);
        }
        talk.observed(seen("B20", 16, Clarity.CLEAR), end);
        talk.observed(seen("B20", 18, Clarity.CLEAR), end);

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.AFTERWARDS));

        talk.said(turn(20), end.minusSeconds(30));
        talk.said(turn(21), end);
        assertThat(decided(settled())).isInstanceOf(Nudge.class);
    }

    @Test
    void twoNudgesAreTwentyMinutesApart() {
        closedQuestionsUpTo(18);
        turns(19);
        Instant now = settled();

        assertThat(decided(lastNudge(now.minus(Duration.ofMinutes(20)).plus(MILLI)), now))
                .isEqualTo(new Silent(Reason.TOO_SOON));
        assertThat(decided(lastNudge(now.minus(Duration.ofMinutes(20))), now)).isInstanceOf(Nudge.class);
    }

    @Test
    void whatAnotherReplicaHasJustSaidInThisTalkIsSaidHereToo() {
        closedQuestionsUpTo(18);
        turns(19);
        Instant now = settled();

        assertThat(decided(last("talk-1", now.minusSeconds(10)), now)).isEqualTo(new Again());
        assertThat(decided(last("talk-1", now.minusSeconds(10).minus(MILLI)), now))
                .isEqualTo(new Silent(Reason.TOO_SOON));
        assertThat(decided(last("talk-2", now.minusSeconds(1)), now)).isEqualTo(new Silent(Reason.TOO_SOON));
    }

    @Test
    void whatIsStoppedRestingOrHeldOutIsNotSaid() {
        closedQuestionsUpTo(18);
        turns(19);
        Set<String> it = Set.of("B20");
        Set<String> other = Set.of("B27");

        assertThat(decided(new Circumstances(new Choices(it, null), Set.of(), HeldOut.NONE, null), settled()))
                .isEqualTo(new Silent(Reason.STOPPED));
        assertThat(decided(new Circumstances(Choices.NONE, it, HeldOut.NONE, null), settled()))
                .isEqualTo(new Silent(Reason.RESTING));
        assertThat(decided(new Circumstances(Choices.NONE, Set.of(), new HeldOut(it, LocalDate.MAX), null), settled()))
                .isEqualTo(new Silent(Reason.HELD_OUT));
        assertThat(decided(new Circumstances(new Choices(other, null), other, new HeldOut(other, LocalDate.MAX), null),
                settled()))
                .isInstanceOf(Nudge.class);
        // what counts for everybody does not where closed questions are the work
        assertThat(decided(
                new Circumstances(new Choices(Set.of(), null, "finding-facts", false), Set.of(), HeldOut.NONE, null),
                settled())).isEqualTo(new Silent(Reason.TOO_LITTLE));
    }

    @Test
    void wordsOfDangerSilenceTheTalkEvenWhereTheyAreTakenBack() {
        closedQuestionsUpTo(18);
        turns(19);
        BehaviourObserved danger = seen("S01", 3, Clarity.CLEAR);

        talk.observed(danger, at(3));
        assertThat(decided(settled())).isEqualTo(new Silent(Reason.CRISIS));

        talk.observed(withdrawn(danger), at(3));
        assertThat(decided(settled())).isEqualTo(new Silent(Reason.CRISIS));
    }

    @Test
    void whereSomebodyOpensUpNothingIsSaid() {
        closedQuestionsUpTo(18);
        turns(19);

        talk.observed(seen("S02", 5, Clarity.CLEAR), at(5));
        assertThat(decided(settled())).isInstanceOf(Nudge.class);

        talk.observed(seen("S02", 19, Clarity.CLEAR), at(19));
        assertThat(decided(settled())).isEqualTo(new Silent(Reason.PRIVATE));
    }

    @Test
    void onceIsNotAHabit() {
        opened();
        turns(18);
        saw("B20", 18);
        turns(19);

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.TOO_LITTLE));
    }

    @Test
    void whatIsTakenBackCountsNoMore() {
        closedQuestionsUpTo(18);
        turns(19);

        talk.observed(withdrawn(seen("B20", 16, Clarity.CLEAR)), at(16));

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.TOO_LITTLE));
    }

    @Test
    void eightTurnsOfTheLearnerAreNeeded() {
        closedQuestionsUpTo(14);
        turns(15);
        assertThat(decided(settled())).isEqualTo(new Silent(Reason.TOO_LITTLE));

        turns(16);
        saw("B20", 16);
        turns(17);
        assertThat(decided(settled())).isInstanceOf(Nudge.class);
    }

    @Test
    void wordsThatWereHeardUnsurelyAreNotEnough() {
        closedQuestionsUpTo(18);
        talk.said(new TurnSpoken("local", "talk-1", 19, "Ana", Role.PARTNER, PARTNER, null, null, 0.79), at(19));

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.TOO_LITTLE));
    }

    @Test
    void whatARuleWasUnsureOfIsNotSaid() {
        closedQuestionsUpTo(16);
        turns(18);
        talk.observed(seen("B20", 18, Clarity.UNSURE), at(18));
        turns(19);

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.UNSURE));
    }

    @Test
    void whatHasNoSentenceForTheMomentIsNotSaid() {
        opened();
        turns(18);
        saw("B01", 18);
        turns(19);

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.NOT_LIVE));
    }

    @Test
    void aTalkThatGetsAnotherLearnerIsNudgedNoMore() {
        closedQuestionsUpTo(18);
        turns(19);

        talk.opened("somebody-else");

        assertThat(decided(settled())).isEqualTo(new Silent(Reason.UNKNOWN_LEARNER));
    }

    @Test
    void whatMattersMoreComesFirstAndWhatIsDecidedStaysSo() {
        closedQuestionsUpTo(16);
        talk.allDecided();
        turns(18);
        saw("B20", 18);
        saw("B27", 18);

        List<Seen> undecided = policy.mostWorthFirst(talk);
        assertThat(undecided).extracting(s -> s.observed().rule()).containsExactly("B27", "B20");

        talk.decided(undecided.get(0));
        saw("B27", 18);
        assertThat(policy.mostWorthFirst(talk)).extracting(s -> s.observed().rule()).containsExactly("B20");
    }

    /** Closed questions in a row were seen at that turn of the learner and at the one before. */
    private void closedQuestionsUpTo(int last) {
        opened();
        turns(last);
        saw("B20", last - 2);
        saw("B20", last);
    }

    private void opened() {
        talk.opened("mara-lind");
    }

    /** Everything up to that turn was said; even turns are the learner's, and there is one in ten seconds. */
    private void turns(int last) {
        for (int n = talk.lastTurn() + 1; n <= last; n++) {
            talk.said(turn(n), at(n));
        }
    }

    private static TurnSpoken turn(int n) {
        boolean learner = n % 2 == 0;
        return new TurnSpoken("local", "talk-1", n, learner ? "Mara" : "Ana", learner ? Role.LEARNER : Role.PARTNER,
                PARTNER, null, null, null);
    }

    private void saw(String rule, int turn) {
        talk.observed(seen(rule, turn, Clarity.CLEAR), at(turn));
    }

    private static BehaviourObserved seen(String rule, int turn, Clarity clarity) {
        Conversations talk = talk().saw(rule, turn, clarity, PARTNER, null, "And did they agree?");
        return talk.observations().get(0);
    }

    private static BehaviourObserved withdrawn(BehaviourObserved o) {
        return new BehaviourObserved(o.tenant(), o.conversation(), o.learner(), o.turn(), o.rule(), o.ruleVersion(),
                o.rulebookVersion(), o.behaviour(), o.polarity(), o.clarity(), o.evidence(), o.because(),
                o.otherwise(), true, o.severity());
    }

    private static Instant at(int turn) {
        return START.plusSeconds(10L * turn);
    }

    private Instant settled() {
        return talk.lastTurnAt().plusSeconds(1);
    }

    private static Circumstances lastNudge(Instant at) {
        return last("an-earlier-talk", at);
    }

    private static Circumstances last(String conversation, Instant at) {
        return new Circumstances(Choices.NONE, Set.of(), HeldOut.NONE, new Given(conversation, at));
    }

    private LiveDecision decided(Instant now) {
        return decided(Circumstances.NONE, now);
    }

    /** About the behaviour that was seen last. */
    private LiveDecision decided(Circumstances circumstances, Instant now) {
        List<Seen> undecided = talk.undecided().stream().filter(s -> s.observed().polarity() != Polarity.KNOW).toList();
        return policy.decide(talk, undecided.get(undecided.size() - 1), circumstances, now);
    }
}
