package dev.rapport.rules.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.Written;
import dev.rapport.rules.vocabulary.Truth;

import static dev.rapport.rules.evaluation.Chat.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a rulebook says of a moment, and why. */
class JudgeTest {

    private static final Clocks NO_TIME_PASSES = new Clocks(() -> 0, () -> 0);

    @TempDir
    Path folder;

    /** A clock that goes on by so many milliseconds at each look. */
    private static LongSupplier growing(long millis) {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(millis * 1_000_000);
    }

    private Written rules() {
        return Written.in(folder).kind("A01", "question", "the turn has a question clause")
                .kind("A02", "closed question", "the turn is a question and the turn has no open question clause")
                .kind("A03", "follow-up", "the turn is a closed question and the turn points back");
    }

    private static Judgement last(Rulebook rulebook, Chat chat) {
        Judge judge = new Judge(rulebook);
        chat.judgedBy(judge);
        return judge.judge(chat.moment());
    }

    @Test
    void kindsAreDecidedOneAfterTheOther() {
        Judge judge = new Judge(rules().rulebook());
        assertThat(judge.rulebook().actStages()).hasSize(3);
        assertThat(judge.acts(chat().learner("Did that change?").moment()))
                .containsOnlyKeys("question", "closed question", "follow-up");
        assertThat(judge.acts(chat().learner("Is it live?").moment())).containsKeys("question", "closed question");
        assertThat(judge.acts(chat().learner("What happened then?").moment())).containsOnlyKeys("question");
    }

    @Test
    void theSurestRuleSaysHowClearAKindIs() {
        Rulebook rulebook = Written.in(folder)
                .file("acts/a.rules",
                        """
                                rule "One" code A01 owner "Tests" when the turn has a question clause then the turn is a question, likely
                                rule "Two" code A02 owner "Tests" when the turn contains "why" then the turn is a question, clearly
                                rule "Three" code A03 owner "Tests" when the turn contains "so" then the turn is a question, unsure
                                """)
                .rulebook();
        Judge judge = new Judge(rulebook);
        assertThat(judge.acts(chat().learner("So what happened?").moment()))
                .isEqualTo(Map.of("question", Clarity.LIKELY));
        assertThat(judge.acts(chat().learner("So why did it happen?").moment()))
                .isEqualTo(Map.of("question", Clarity.CLEAR));
    }

    @Test
    void aSeenBehaviourSaysWhatItRestsOnAndWhatWouldHaveChangedIt() {
        Rulebook rulebook = rules().behaviour("B20", "the turn is a closed question",
                "at least 3 closed questions in a row by the learner\n   unless the conversation kind is \"safety check\"")
                .rulebook();
        Judgement judgement = last(rulebook, chat().learner("Is it live?").partner("Since March.")
                .learner("Did they agree?").partner("Most of them did.").learner("I see. Are you happy?"));
        Seen seen = judgement.seen().get(0);
        assertThat(seen.rule().code()).isEqualTo("B20");
        assertThat(seen.clarity()).isEqualTo(Clarity.LIKELY);
        assertThat(seen.because()).containsExactly("the speaker is the learner", "the turn is a closed question",
                "3 closed questions in a row by the learner; the rule asks for at least 3",
                "the conversation kind is \"sales-discovery\"");
        assertThat(seen.otherwise()).isEqualTo("a turn of the learner that is no closed question between them");
        assertThat(seen.evidence()).extracting(Evidence::turn, Evidence::part, Evidence::passage).containsExactly(
                tuple(1, Evidence.Part.ACT, "Is it live?"),
                tuple(3, Evidence.Part.ACT, "Did they agree?"),
                tuple(4, Evidence.Part.CONTEXT, "Most of them did."),
                tuple(5, Evidence.Part.ACT, "Are you happy?"));
        assertThat(judgement.verdict(seen.rule())).isEqualTo(new Verdict(Truth.YES, null));
    }

    @Test
    void anExceptionThatAppliesSilencesTheRule() {
        Rulebook rulebook = rules().behaviour("B20",
                "the turn is a closed question\n   unless the conversation kind is \"safety check\"").rulebook();
        assertThat(last(rulebook, chat().learner("Is it live?")).seen()).hasSize(1);
        Judgement silenced = last(rulebook, chat().kind("Safety-Check").learner("Is it live?"));
        assertThat(silenced.seen()).isEmpty();
        assertThat(silenced.verdict(rulebook.rule("B20").orElseThrow())).isEqualTo(new Verdict(Truth.NO, null));
    }

    @Test
    void ofTwoRulesThatClaimATurnOneGivesWay() {
        Rulebook rulebook = rules().behaviour("B08", "the turn is a question")
                .behaviour("B21", "the turn has at least 2 words\n   unless the turn is observed as \"behaviour B08\"")
                .rulebook();
        assertThat(last(rulebook, chat().learner("Is it live?")).seen()).extracting(seen -> seen.rule().code())
                .containsExactly("B08");
        Judgement alone = last(rulebook, chat().learner("It is live."));
        assertThat(alone.seen()).extracting(seen -> seen.rule().code()).containsExactly("B21");
        assertThat(alone.seen().get(0).because()).contains("the turn is not observed as \"behaviour b08\"");
    }

    @Test
    void whoGivesWayToWhatCannotBeToldCannotBeToldEither() {
        Rulebook rulebook = rules().behaviour("B08", "the turn lasts at least 90 seconds")
                .behaviour("B21", "the turn has at least 2 words\n   unless the turn is observed as \"behaviour B08\"")
                .rulebook();
        assertThat(last(rulebook, chat().learner("It is live.")).cannotTell()).isEqualTo(Map.of("B08",
                "the transcript has no times", "B21",
                "whether the turn is observed as \"behaviour b08\" cannot be told"));
        assertThat(last(rulebook, chat().learner("It is live.").from(0, 5)).seen())
                .extracting(seen -> seen.rule().code()).containsExactly("B21");
    }

    @Test
    void whatIsNotKnownIsNeitherSeenNorDenied() {
        Rulebook rulebook = rules().behaviour("B30", "the turn lasts at least 90 seconds")
                .behaviour("B31", "the turn is a question\n   unless the stage is \"renewal\"").rulebook();
        Judgement unknown = last(rulebook, chat().learner("Is it live?"));
        assertThat(unknown.seen()).isEmpty();
        assertThat(unknown.cannotTell()).isEqualTo(Map.of("B30", "the transcript has no times", "B31",
                "the stage of the conversation was not told"));
        assertThat(unknown.verdict(rulebook.rule("B30").orElseThrow()))
                .isEqualTo(new Verdict(Truth.CANNOT_TELL, "the transcript has no times"));
        assertThat(last(rulebook, chat().partner("Is it live?")).cannotTell()).isEmpty();
        Judgement known = last(rulebook, chat().stage("first contact").learner("Is it live?").from(0, 95));
        assertThat(known.seen()).extracting(seen -> seen.rule().code()).containsExactly("B30", "B31");
        assertThat(known.cannotTell()).isEmpty();
    }

    @Test
    void behavioursCanBeJudgedOfKindsDecidedBefore() {
        Judge judge = new Judge(rules().behaviour("B20", "the turn is a closed question").rulebook());
        assertThat(judge.behaviours(chat().learner("It is live.").is("closed question").moment())).hasSize(1);
        assertThat(judge.behaviours(chat().learner("Is it live?").moment())).isEmpty();
    }

    @Test
    void whatSpeaksAgainstARuleIsToldConditionByCondition() {
        Rulebook rulebook = rules().behaviour("B20", "the turn is a closed question", "the turn has at least 9 words")
                .rulebook();
        Judge judge = new Judge(rulebook);
        assertThat(judge.against(rulebook.rule("B20").orElseThrow(), chat().partner("Is it live?").moment()))
                .containsExactly("the speaker is the partner", "the turn has 3 words; the rule asks for at least 9");
    }

    @Test
    void aRuleThatRunsAwayIsStoppedAndNamed() {
        Rulebook rulebook = rules().phrases("warm words", "great point", "that resonates")
                .behaviour("B20", "the turn has at least 1 words")
                .behaviour("B29", "the learner used the same phrase from \"warm words\" at least 2 times so far")
                .rulebook();
        SeenTurn turn = chat().learner("Great point, that resonates.").moment().current();
        List<SeenTurn> endless = Collections.nCopies(150_000, turn);
        Judgement judgement = new Judge(rulebook, Set.of(), NO_TIME_PASSES)
                .judge(new Moment(new Setting("sales", null), endless));
        assertThat(judgement.seen()).extracting(seen -> seen.rule().code()).containsExactly("B20");
        assertThat(judgement.stopped()).containsExactly(
                new Stopped("B29", "the learner used the same phrase from \"warm words\" at least 2 times so far"));
        assertThat(judgement.cannotTell()).isEqualTo(Map.of("B29", Scene.GAVE_UP));
    }

    @Test
    void whatNoReasonCanBeGivenForInTimeIsNotSeen() {
        Rulebook rulebook = rules().behaviour("B20", "the turn has at least 1 words").rulebook();
        Judge judge = new Judge(rulebook, Set.of(), new Clocks(growing(250), () -> 0));
        Judgement judgement = judge.judge(chat().learner("Great point.").moment());
        assertThat(judgement.seen()).isEmpty();
        assertThat(judgement.cannotTell()).isEqualTo(Map.of("B20", Scene.NO_TIME));
    }

    @Test
    void manyDetailsLookedForInALongTalkAreStoppedByTheirNumber() {
        Rulebook rulebook = rules().behaviour("B20", "the turn has at least 1 words")
                .behaviour("B49", "the turn returns to a detail the other side gave at least 2 turns ago").rulebook();
        SeenTurn before = chat().partner("So it went.").moment().current();
        List<SeenTurn> turns = new ArrayList<>(Collections.nCopies(2_000, before));
        turns.add(chat().learner("The harbour, the garden, the office, the train, the ladder, the candle, the bottle,"
                + " the river, the engine, the lawyer, the kitchen, the window, the summer, the doctor, the parrot, the"
                + " carpet, the ticket, the saddle, the hammer, the pillow, the button, the basket, the mirror, the"
                + " helmet, the tunnel, the rocket, the violin and the compass.").moment().current());
        Judgement judgement = new Judge(rulebook, Set.of(), NO_TIME_PASSES)
                .judge(new Moment(new Setting("sales", null), turns));
        assertThat(judgement.stopped()).containsExactly(
                new Stopped("B49", "the turn returns to a detail the other side gave at least 2 turns ago"));
        assertThat(judgement.seen()).extracting(seen -> seen.rule().code()).containsExactly("B20");
    }

    @Test
    void aSilencedRuleSeesNothingAndTheOthersGoOn() {
        Rulebook rulebook = rules().behaviour("B20", "the turn is a closed question")
                .behaviour("B21", "the turn has a question clause").rulebook();
        Moment moment = chat().learner("Is it live?").moment();
        Judge judge = new Judge(rulebook, Set.of("B20"));
        assertThat(judge.judge(moment).seen()).extracting(seen -> seen.rule().code()).containsExactly("B21");
        assertThat(judge.behaviourRules()).extracting(Rule::code).containsExactly("B21");
        Judge without = new Judge(rulebook, Set.of("A02"));
        assertThat(without.judge(moment).acts()).containsOnlyKeys("question");
        assertThat(without.judge(moment).seen()).extracting(seen -> seen.rule().code()).containsExactly("B21");
    }

    @Test
    void tryingOutTellsOfEveryRuleWhatCameOfItAndWhatWouldChangeIt() {
        Rulebook rulebook = rules().behaviour("B20", "the turn is a closed question",
                "at least 2 closed questions in a row by the learner\n   unless the conversation kind is \"safety check\"")
                .behaviour("B21",
                        "any of\n     - the turn has at least 9 words\n     - the turn lasts at least 5 seconds")
                .behaviour("B22", "none of\n     - the turn is a question\n     - the turn has at most 9 words")
                .behaviour("B23", "the turn has at least 9 words").rulebook();
        Judge judge = new Judge(rulebook);
        TryOut tryOut = judge.tryOut(chat().learner("Is it live?").is("question", "closed question")
                .partner("Yes.").learner("Did they agree?").moment());
        assertThat(tryOut.rules()).extracting(tried -> tried.rule().code(), TryOut.Tried::verdict).containsExactly(
                tuple("A01", Truth.YES), tuple("A02", Truth.YES), tuple("A03", Truth.YES),
                tuple("B20", Truth.YES), tuple("B21", Truth.CANNOT_TELL), tuple("B22", Truth.NO),
                tuple("B23", Truth.NO));
        TryOut.Tried streak = tryOut.of("B20").orElseThrow();
        assertThat(streak.changes()).containsExactly("the other side speaking",
                "the turn not being a closed question", "a turn of the learner that is no closed question between them",
                "the conversation kind is \"safety check\"");
        assertThat(streak.conditions().get(2).parts()).containsExactly(new TryOut.Part(
                "at least 2 closed questions in a row by the learner", Truth.YES,
                "2 closed questions in a row by the learner", "at least 2",
                List.of(new TryOut.Words(1, 0, 11), new TryOut.Words(3, 0, 15))));
        assertThat(streak.conditions().get(3).truth()).isEqualTo(Truth.YES);
        assertThat(tryOut.of("B21").orElseThrow().changes())
                .containsExactly("the turn has at least 9 words or a talk where this is known");
        assertThat(tryOut.of("B22").orElseThrow().changes())
                .containsExactly("the turn not being a question and more than 9 words in the turn");
        assertThat(tryOut.of("B23").orElseThrow().changes()).containsExactly("the turn has at least 9 words");
        assertThat(tryOut.judgement().seen()).extracting(seen -> seen.rule().code()).containsExactly("B20");
    }

    @Test
    void ofMoreThanAThousandRulesThatSeeSomethingTheRestSaysSo() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 1_100; i++) {
            rules.append(
                    """
                            rule "R%1$d" code B%1$d owner "Tests" when the speaker is the learner and the turn has at least %2$d words
                              then observe "b" as something to know
                            """
                            .formatted(i, i / 1000 + 1));
        }
        Judge judge = new Judge(new Rulebook(Written.rules(rules.toString()), Map.of(), List.of(), null), Set.of(),
                NO_TIME_PASSES);
        Judgement judgement = judge.judge(chat().learner("Well, there it is.").moment());
        assertThat(judgement.seen()).hasSize(1_000);
        assertThat(judgement.cannotTell()).hasSize(100)
                .allSatisfy((code, reason) -> assertThat(reason).isEqualTo("more than 1000 rules see something here"));
    }

    @Test
    void manyThreadsJudgeAlike() throws Exception {
        Judge judge = new Judge(rules().phrases("warm words", "great point")
                .behaviour("B20", "at least 2 closed questions in a row by the learner")
                .behaviour("B29", "the turn contains a phrase from \"warm words\"").rulebook());
        Moment moment = chat().learner("Is it live?").is("closed question").partner("Yes.")
                .learner("Great point. Did they agree?").moment();
        Judgement alone = judge.judge(moment);
        assertThat(alone.seen()).hasSize(2);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Judgement> judging = () -> judge.judge(moment);
            for (var each : threads.invokeAll(IntStream.range(0, 400).mapToObj(i -> judging).toList())) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
