package dev.rapport.rules.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.rulebook.Written;
import dev.rapport.rules.vocabulary.Sayings;

import static dev.rapport.rules.evaluation.Chat.chat;
import static org.assertj.core.api.Assertions.assertThat;

/** Where "says something like" draws the line, and what it shows of it. */
class TuningTest {

    @TempDir
    Path folder;

    /** Sentences as numbers: as alike as they are near. */
    private static Tuning tuned(String... lines) {
        return Tuning.of("numbers", Sayings.of(List.of(lines)),
                (one, other) -> 100 - Math.abs(Integer.parseInt(one) - Integer.parseInt(other)));
    }

    @Test
    void theThresholdLiesInTheMiddleBetweenExamplesAndCounterExamples() {
        // examples are 80 like each other; the counter-example is 60 like the nearest
        Tuning tuning = tuned("0", "20", "40", "not: 80");
        assertThat(tuning.threshold()).isEqualTo((61 + 80) / 2);
        assertThat(tuning.separates()).isTrue();
        assertThat(tuning.mixedUp()).isEmpty();
        assertThat(tuning.examples()).containsExactly(new Tuning.Tuned("0", 80, "20", true),
                new Tuning.Tuned("20", 80, "0", true), new Tuning.Tuned("40", 80, "20", true));
        assertThat(tuning.counterExamples()).containsExactly(new Tuning.Tuned("80", 60, "40", false));
    }

    @Test
    void whatCannotBeToldApartIsNamed() {
        Tuning tuning = tuned("0", "30", "not: 5", "not: 90");
        assertThat(tuning.separates()).isFalse();
        assertThat(tuning.wrong()).extracting(Tuning.Tuned::sentence).containsAnyOf("5", "0");
        assertThat(tuning.mixedUp()).containsExactly(new Tuning.MixedUp("0", "5", 95),
                new Tuning.MixedUp("30", "5", 75));
    }

    @Test
    void withoutCounterExamplesTheExamplesGiveAGuessWithinBounds() {
        assertThat(tuned("0", "45", "90").threshold()).isEqualTo(55);
        assertThat(tuned("0", "1").threshold()).isEqualTo(60);
        assertThat(tuned("0", "99").threshold()).isEqualTo(40);
        assertThat(tuned("0").threshold()).isEqualTo(60);
    }

    @Test
    void aRuleFindsWhatIsMeantAndSaysHowNearItIs() {
        Judge judge = new Judge(Written.in(folder)
                .phrases("worries", "I am not sure we can afford that", "that is more than we can spend",
                        "our budget is very tight this year", "not: I can afford to wait",
                        "not: we have budget planning on Monday")
                .behaviour("B40", "the partner's last turn says something like \"worries\"").rulebook());
        Tuning tuning = judge.tuning("worries");
        assertThat(tuning.threshold()).isBetween(40, 90);
        assertThat(judge.byMeaning()).containsExactly("worries");
        Judgement judgement = judge.judge(chat().partner("It went well. We really cannot afford it.")
                .learner("I see.").moment());
        assertThat(judgement.seen()).hasSize(1);
        assertThat(judgement.seen().get(0).because().get(1))
                .matches("a sentence of the partner's last turn is \\d\\d % like "
                        + "\".*\" from \"worries\"; the rule asks for at least " + tuning.threshold()
                        + " %, which its examples give");
        assertThat(judgement.seen().get(0).evidence().get(0).passage())
                .isEqualTo("We really cannot afford it.");
        assertThat(
                judge.judge(chat().partner("We have our budget planning on Monday.").learner("I see.").moment()).seen())
                .isEmpty();
        assertThat(judge.judge(chat().partner("The train was late again.").learner("I see.").moment()).seen())
                .isEmpty();
    }

    @Test
    void aRuleThatTakesTheTimeOfAWholeTurnIsNamedAndTheOthersSayTheyHadNone() {
        AtomicLong now = new AtomicLong();
        Judge judge = new Judge(Written.in(folder).phrases("worries", "we cannot afford that", "too dear", "no money")
                .kind("A01", "question", "the turn has a question clause")
                .behaviour("B40", "the turn says something like \"worries\"")
                .behaviour("B41", "at least 0 questions by the learner so far").rulebook(), Set.of(),
                new Clocks(() -> now.addAndGet(40_000_000), () -> 0));
        Judgement judgement = judge.judge(chat().learner("It rains. It pours. It stops. It snows. It hails.").moment());
        assertThat(judgement.stopped())
                .containsExactly(new Stopped("B40", "the turn says something like \"worries\""));
        assertThat(judgement.cannotTell()).containsEntry("B40", Scene.GAVE_UP);
    }

    /** Says something like an example at the first sentence, by a machine with these clocks. */
    private Judgement compared(Clocks clocks) {
        Judge judge = new Judge(Written.in(folder).phrases("worries", "we cannot afford that", "too dear", "no money")
                .kind("A01", "question", "the turn has a question clause")
                .behaviour("B40", "the turn says something like \"worries\"")
                .behaviour("B41", "at least 0 questions by the learner so far").rulebook(), Set.of(), clocks);
        return judge.judge(chat().learner("We cannot afford that. It pours. It stops.").moment());
    }

    @Test
    void aBusyMachineComparesNoMoreAndTheOtherRulesGoOnAndNoneIsToBlame() {
        AtomicLong worked = new AtomicLong();
        AtomicLong passed = new AtomicLong();
        Judgement judgement = compared(
                new Clocks(() -> worked.addAndGet(6_000_000), () -> passed.addAndGet(150_000_000)));
        assertThat(judgement.stopped()).isEmpty();
        assertThat(judgement.cannotTell()).isEqualTo(Map.of("B40", Scene.BUSY));
        assertThat(judgement.seen()).extracting(seen -> seen.rule().code()).containsExactly("B41");
    }

    @Test
    void whatTakesLittleWorkIsComparedHoweverLongTheMachineTakes() {
        AtomicLong passed = new AtomicLong();
        Judgement judgement = compared(new Clocks(() -> 0, () -> passed.addAndGet(10_000_000_000L)));
        assertThat(judgement.cannotTell()).isEmpty();
        assertThat(judgement.seen()).extracting(seen -> seen.rule().code()).containsExactly("B40", "B41");
    }

    @Test
    void counterExamplesAreNoPhrases() {
        Judge judge = new Judge(Written.in(folder).phrases("worries", "too dear", "not: so dear to me")
                .behaviour("B40", "the turn contains a phrase from \"worries\"").rulebook());
        assertThat(judge.judge(chat().learner("You are so dear to me. Not so dear to me.").moment()).seen()).isEmpty();
        assertThat(judge.judge(chat().learner("It is too dear.").moment()).seen()).hasSize(1);
        assertThat(Map.of("a", judge.byMeaning())).isEqualTo(Map.of("a", Set.of()));
    }
}
