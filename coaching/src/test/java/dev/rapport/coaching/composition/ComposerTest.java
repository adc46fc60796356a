package dev.rapport.coaching.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.coaching.history.History;
import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;

import static dev.rapport.coaching.composition.Conversations.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ComposerTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private static final String THEIRS = "The rollout stalled in the middle of March.";

    private final Composer composer = new Composer(Shipped.wordings());

    @Test
    void aStrengthNeedsOneOccurrenceAndAGrowthPointTwo() {
        Coaching one = composer.compose(talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?")
                .saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.").build(), History.NONE, NOW);

        assertThat(one.strength().rule()).isEqualTo("B01");
        assertThat(one.growth()).isNull();

        Coaching two = composer.compose(talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.").build(), History.NONE, NOW);

        assertThat(two.strength()).isNull();
        assertThat(two.growth().rule()).isEqualTo("B27");
        assertThat(two.growth().count()).isEqualTo(2);
    }

    @Test
    void theSameTurnInTwoObservationsIsOneOccurrence() {
        Evidence act = new Evidence(12, Role.LEARNER, Evidence.Part.ACT, "Is it live?", 0, 11, null, null);
        Coaching message = composer.compose(talk().saw("B20", 12, Clarity.CLEAR, List.of(act))
                .saw("B20", 13, Clarity.CLEAR, List.of(act)).build(), History.NONE, NOW);

        assertThat(message.kind()).isEqualTo(Kind.NOT_ENOUGH);
    }

    @Test
    void whatItsOwnerCallsMajorComesBeforeWhatWeighsALittleMore() {
        Evidence question = act(12, "What changed then in March?");
        Evidence reflection = act(14, "So the rollout stalled on you.");
        Evidence before = new Evidence(11, Role.PARTNER, Evidence.Part.CONTEXT, THEIRS, 0, THEIRS.length(), null, null);
        Evidence between = new Evidence(13, Role.PARTNER, Evidence.Part.CONTEXT, THEIRS, 0, THEIRS.length(), null,
                null);
        for (Severity[] severities : new Severity[][]{{null, null}, {Severity.MODERATE, Severity.MODERATE},
                {Severity.MAJOR, Severity.MAJOR}}) {
            assertThat(strength(before, question, between, reflection, severities)).isEqualTo("B01");
        }
        assertThat(strength(before, question, between, reflection, null, Severity.MAJOR)).isEqualTo("B04");
        assertThat(strength(before, question, between, reflection, Severity.MINOR, null)).isEqualTo("B04");
    }

    private String strength(Evidence before, Evidence question, Evidence between, Evidence reflection,
            Severity... severities) {
        return composer.compose(talk().saw("B01", 12, Clarity.CLEAR, List.of(before, question), severities[0])
                .saw("B04", 14, Clarity.CLEAR, List.of(between, reflection), severities[1]).build(), History.NONE, NOW)
                .strength().rule();
    }

    private static Evidence act(int turn, String words) {
        return new Evidence(turn, Role.LEARNER, Evidence.Part.ACT, words, 0, words.length(), null, null);
    }

    @Test
    void aPartnerTurnOfFourWordsIsNotEnoughToAnswer() {
        assertThat(composer.compose(talk().saw("B01", 6, "It stalled in March.", "It", "What changed then in March?")
                .build(), History.NONE, NOW).kind()).isEqualTo(Kind.NOT_ENOUGH);
        assertThat(composer.compose(talk().saw("B01", 6, "It all stalled in March.", "It", "What changed in March?")
                .build(), History.NONE, NOW).kind()).isEqualTo(Kind.COACHING);
    }

    @Test
    void sevenTurnsOfTheLearnerAreNotEnoughToSay() {
        Coaching message = composer.compose(talk().learnerTurns(7).notJudged("B30", "no times in this transcript")
                .saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build(), History.NONE, NOW);

        assertThat(message.kind()).isEqualTo(Kind.NOT_ENOUGH);
        assertThat(message.strength()).isNull();
        assertThat(message.text()).isEqualTo("""
                There is not enough in this talk to say something fair about it.
                You spoke seven times in this talk. It takes at least eight to see a pattern.

                Nothing was scored and nothing is held against you. A longer talk will tell
                more.
                Looked for 4 behaviours; could not tell about long stretches of talking.""");
        assertThat(composer.compose(talk().learnerTurns(8)
                .saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build(), History.NONE, NOW).kind())
                .isEqualTo(Kind.COACHING);
    }

    @Test
    void aTranscriptThatIsUnsureOfItsWordsIsNotEnough() {
        assertThat(composer.compose(talk().confidence(0.799)
                .saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build(), History.NONE, NOW)
                .opening())
                .contains("only 79 % sure", "Below 80 %");
        assertThat(composer.compose(talk().confidence(0.8)
                .saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build(), History.NONE, NOW).kind())
                .isEqualTo(Kind.COACHING);
    }

    @Test
    void anotherLanguageIsNotJudged() {
        Coaching message = composer.compose(
                talk().cannotJudge("it is in German (de), and only English can be judged yet").build(),
                History.NONE, NOW);

        assertThat(message.kind()).isEqualTo(Kind.CANNOT_JUDGE);
        assertThat(message.text()).contains("it is in German (de), and only English can be judged yet");
    }

    @Test
    void wordsOfDangerBringHelpAndNothingElse() {
        Coaching message = composer.compose(talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?")
                .saw("S01", 9, "I do not want to go on any more.", null, "Right.").build(), History.NONE, NOW);

        assertThat(message.kind()).isEqualTo(Kind.SUPPORT);
        assertThat(message.strength()).isNull();
        assertThat(message.growth()).isNull();
        assertThat(message.judged()).isEmpty();
        assertThat(message.text().replace('\n', ' ')).contains("local emergency number").doesNotContain("March",
                "go on any more");
    }

    @Test
    void aTurnOfDeepDisclosureIsNeitherQuotedNorShown() {
        String deep = "My brother has been ill since the spring.";
        Coaching message = composer.compose(talk().saw("B01", 6, deep, "My brother", "What did that change for him?")
                .saw("S02", 5, null, null, deep)
                .saw("B01", 20, THEIRS, "The rollout", "What changed then in March?").build(), History.NONE, NOW);

        assertThat(message.strength().quote().turn()).isEqualTo(20);
        assertThat(message.strength().evidence()).extracting(Evidence::turn).doesNotContain(5);
        assertThat(message.text()).doesNotContain("brother");
    }

    @Test
    void whatTouchesHealthIsNotQuotedEvenWhereNoRuleMarkedIt() {
        Coaching message = composer.compose(talk()
                .saw("B26", 12, "Since the diagnosis it has been really hard here.", "the diagnosis",
                        "Right, next item.")
                .saw("B26", 16, "And the surgery made it all a lot worse.", "the surgery", "Okay, next item.").build(),
                History.NONE, NOW);

        assertThat(message.kind()).isEqualTo(Kind.NOT_ENOUGH);
        assertThat(message.text()).doesNotContain("diagnosis", "surgery");
    }

    @Test
    void thePartnersNameIsShownNowhere() {
        Coaching message = composer.compose(talk().partner("Priya Nair")
                .saw("B20", 12, "Priya and Nair Ltd agreed on it last week.", "Priya", "So Priya, is it live now?")
                .saw("B20", 14, "My manager asked PRIYA to wait until June.", "My manager",
                        "Priya Nair, are you happy with that?")
                .build(), History.NONE, NOW);

        assertThat(message.growth().quote().text()).isEqualTo("[your partner], are you happy with that?");
        assertThat(message.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("priya", "nair");
    }

    @Test
    void theRewriteIsBuiltFromWhatThePartnerSaidRightBefore() {
        Coaching message = composer.compose(talk()
                .saw("B27", 12, "We lost two engineers in the last month.", "We lost two engineers",
                        "You should hire faster.")
                .saw("B27", 16, "It is fine.", null, "You should call them.").build(), History.NONE, NOW);

        // the partner's second turn is too short to be answered, so only one occurrence stands
        assertThat(message.kind()).isEqualTo(Kind.NOT_ENOUGH);

        Coaching built = composer.compose(talk()
                .saw("B27", 12, "We lost two engineers in the last month.", "We lost two engineers",
                        "You should hire faster.")
                .saw("B27", 16, "If only it were so easy here.", null, "You should call them.").build(), History.NONE,
                NOW);

        assertThat(built.growth().rewrite().insteadOf()).isEqualTo("You should hire faster.");
        assertThat(built.growth().rewrite().say().toLowerCase(java.util.Locale.ROOT))
                .contains("you lost two engineers").endsWith("?");
        assertThat(built.growth().rewrite().builtFrom()).isEqualTo("We lost two engineers");
    }

    @Test
    void aClauseOfTheTurnStandsInForAFocusThatSaysNothing() {
        Coaching message = composer.compose(talk()
                .saw("B27", 12, "Place was a mess for weeks and weeks on end, so I had to do the orders myself.",
                        "Place",
                        "You should hire faster.")
                .saw("B27", 16, "If only it were so easy here.", null, "You should call them.").build(), History.NONE,
                NOW);

        assertThat(message.growth().rewrite().builtFrom()).isEqualTo("I had to do the orders myself");
        assertThat(message.growth().rewrite().say()).containsIgnoringCase("you had to do the orders yourself");
    }

    @Test
    void withoutUsableWordsTheRewriteNeedsNone() {
        Coaching message = composer.compose(talk()
                .saw("B27", 12, "What would you do if you were me?", "you", "You should hire faster.")
                .saw("B27", 16, "Why would your price not change then?", "your price", "You should call them.").build(),
                History.NONE, NOW);

        assertThat(message.growth().rewrite().builtFrom()).isNull();
        assertThat(message.growth().rewrite().say()).endsWith("?").doesNotContain("{", "  ");
    }

    @Test
    void whatARuleWasUnsureOfIsAsked() {
        Coaching message = composer.compose(
                talk().saw("B01", 6, Clarity.UNSURE, THEIRS, "The rollout", "What changed then in March?").build(),
                History.NONE, NOW);

        assertThat(message.strength().says()).contains("?");
        assertThat(message.text()).contains("not sure");
    }

    @Test
    void somethingClearIsSaidRatherThanSomethingUnsure() {
        Coaching message = composer.compose(talk()
                .saw("B14", 6, Clarity.UNSURE, THEIRS, "The rollout", "Ten weeks of that would wear anyone down.")
                .saw("B16", 20, Clarity.LIKELY, THEIRS, "The rollout", "Thanks for walking me through the budget.")
                .build(), History.NONE, NOW);

        assertThat(message.strength().rule()).isEqualTo("B16");
    }

    @Test
    void whatWasPassedOverIsTakenUpNotWhatWasSaidLast() {
        String feeling = "I have been so tired of the night shifts.";
        String matter = "The invoices went out on Monday morning.";
        List<Evidence> passedOver = List.of(
                new Evidence(11, Role.PARTNER, Evidence.Part.CONTEXT, feeling, 0, feeling.length(), "the night shifts",
                        null),
                new Evidence(13, Role.PARTNER, Evidence.Part.CONTEXT, matter, 0, matter.length(), "the invoices", null),
                act(14, "And the travel costs go into the same sheet."));
        Coaching message = composer.compose(talk().saw("B26", 14, Clarity.LIKELY, passedOver)
                .saw("B26", 20, Clarity.LIKELY, List.of(
                        new Evidence(17, Role.PARTNER, Evidence.Part.CONTEXT, feeling, 0, feeling.length(), null, null),
                        act(20, "Then let us go on with the calendar.")))
                .build(), History.NONE, NOW);

        assertThat(message.growth().rewrite().builtFrom()).isIn("the night shifts", feeling.replace(".", ""));
        assertThat(message.growth().rewrite().say()).doesNotContain("invoices");
    }

    @Test
    void theLearnersGoalComesFirst() {
        Talk talk = talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?")
                .saw("B16", 20, THEIRS, "The rollout", "Thanks for walking me through the budget.").build();

        assertThat(composer.compose(talk, History.NONE, NOW).strength().rule()).isEqualTo("B01");
        assertThat(composer.compose(talk, past(List.of("B01", "B01"), new Choices(Set.of(), "B16")), NOW)
                .strength().rule()).isEqualTo("B16");
    }

    @Test
    void aStoppedRuleIsNotHeardAgain() {
        Talk talk = talk().saw("B01", 6, THEIRS, "The rollout", "What changed then in March?").build();

        assertThat(composer.compose(talk, History.of(new Choices(Set.of("B01"), null)), NOW).kind())
                .isEqualTo(Kind.NOT_ENOUGH);
    }

    @Test
    void aProfileThatWasChosenShiftsWhatItTakesBeforePointsCompete() {
        Talk twice = talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.").build();
        Talk fiveTimes = talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.")
                .saw("B27", 20, THEIRS, "The rollout", "You could write to them.")
                .saw("B27", 24, THEIRS, "The rollout", "You should ask for more time.")
                .saw("B27", 28, THEIRS, "The rollout", "You should take it to the board.").build();

        assertThat(composer.compose(twice, profile(null), NOW).growth().rule()).isEqualTo("B27");
        assertThat(composer.compose(twice, profile("a-rulebook-before-had-it"), NOW).growth().rule()).isEqualTo("B27");
        assertThat(composer.compose(fiveTimes, profile("advising"), NOW).growth().rule()).isEqualTo("B27");
        Coaching quiet = composer.compose(twice, profile("advising"), NOW);
        assertThat(quiet.growth()).isNull();
        assertThat(quiet.notSaid()).extracting(NotSaid::rule, NotSaid::because).containsExactly(
                tuple("B27", "It takes five turns to be more than chance, and this talk had two."));
    }

    @Test
    void aSecondPointToTryIsForThoseWhoAskedForItAndOfAnotherSentence() {
        Talk talk = talk().saw("B27", 12, THEIRS, "The rollout", "You should just escalate it.")
                .saw("B27", 16, THEIRS, "The rollout", "Then you should call them.")
                .saw("B20", 20, THEIRS, "The rollout", "So is the rollout live now?")
                .saw("B20", 24, "Yes.", null, "Did they agree?").build();
        Talk oneSentence = talk().saw("B27", 12, THEIRS, "The rollout", "Is it not better to escalate it?")
                .saw("B27", 16, THEIRS, "The rollout", "Would you not rather call them?")
                .saw("B20", 12, THEIRS, "The rollout", "Is it not better to escalate it?")
                .saw("B20", 16, THEIRS, "The rollout", "Would you not rather call them?").build();
        History two = History.of(new Choices(Set.of(), null, null, true));

        Coaching asked = composer.compose(talk, two, NOW);
        assertThat(asked.growth().rule()).isEqualTo("B27");
        assertThat(asked.second().rule()).isEqualTo("B20");
        assertThat(asked.opening()).containsIgnoringCase("two");
        assertThat(asked.text().replaceAll("\\s+", " ")).contains(asked.growth().rewrite().say(),
                asked.second().rewrite().say());
        assertThat(asked.past(NOW).orElseThrow().points()).containsExactly("B27", "B20");
        Coaching usual = composer.compose(talk, History.NONE, NOW);
        assertThat(usual.growth()).isEqualTo(asked.growth());
        assertThat(usual.second()).isNull();
        assertThat(usual.notSaid()).extracting(NotSaid::reason).containsExactly(NotSaid.Reason.ONE_IS_ENOUGH);
        Coaching same = composer.compose(oneSentence, two, NOW);
        assertThat(same.growth()).isNotNull();
        assertThat(same.second()).isNull();
    }

    private static History profile(String code) {
        return History.of(new Choices(Set.of(), null, code, false));
    }

    @Test
    void theSameSentenceIsNotPraisedAndCorrected() {
        Coaching message = composer.compose(talk()
                .saw("B01", 12, THEIRS, "The rollout", "So is the rollout live now?")
                .saw("B20", 12, THEIRS, "The rollout", "So is the rollout live now?")
                .saw("B20", 10, "Yes.", null, "Did they agree?").build(), History.NONE, NOW);

        assertThat(message.growth().rule()).isEqualTo("B20");
        assertThat(message.strength()).isNull();
    }

    @Test
    void noWordingComesTwiceRunning() {
        Talk talk = talk().saw("B20", 12, THEIRS, "The rollout", "So is the rollout live now?")
                .saw("B20", 14, THEIRS, "The rollout", "Did they agree with that?").build();
        Coaching last = null;
        for (int times = 0; times < 12; times++) {
            Coaching now = composer.compose(talk,
                    new History(List.of(), times, Map.of("B20", times), Choices.NONE), NOW);
            if (last != null) {
                assertThat(now.growth().says()).isNotEqualTo(last.growth().says());
                assertThat(now.growth().rewrite().say()).isNotEqualTo(last.growth().rewrite().say());
                assertThat(now.opening()).isNotEqualTo(last.opening());
                assertThat(now.closing()).isNotEqualTo(last.closing());
            }
            last = now;
        }
    }

    @Test
    void aWholeMessageFitsATerminal() {
        Coaching message = composer.compose(talk().partner("Priya Nair").notJudged("B30", "no times")
                .saw("B01", 6, THEIRS, "The rollout", "You said the rollout stalled in March. What changed then?")
                .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                        "So is it live now? And did they agree?")
                .saw("B20", 14, "Well, Priya asked me to wait until June.", "Priya", "Are you happy with that then?")
                .build(), History.NONE, NOW);

        assertThat(message.text().lines().count()).isLessThanOrEqualTo(26);
        assertThat(message.text().lines()).allMatch(line -> line.length() <= TerminalText.WIDTH);
    }

    /** Messages of earlier weeks that had these as the point to keep. */
    private static History past(List<String> strengths, Choices choices) {
        History history = History.of(choices);
        for (int i = 0; i < strengths.size(); i++) {
            history = history.and(new EarlierTalk(NOW.minus(Duration.ofDays(60L - i)), Set.of(), Map.of(),
                    strengths.get(i), null));
        }
        return history;
    }
}
