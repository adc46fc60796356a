package dev.rapport.rules.practice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Evidence;
import dev.rapport.events.LineJudged;
import dev.rapport.events.LineJudged.Verdict;
import dev.rapport.events.LineTried;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.PastTurn;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

/** By the rules of the house. */
class PracticeJudgeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final TextReader READER = new TextReader();
    private static final Rules RULES = new RulesOfRulebook(new Judge(((Reading.Read) RulebookReader
            .read(RulebookFolder.contents(Path.of("../rules")).files())).rulebook()));

    private static final PastTalk STREAK = talk("support", "partner: The rollout has been slow.",
            "learner: Is it live already?", "partner: In two of the shops, yes.", "learner: Did the managers agree?",
            "partner: Most of them, but the budget worries me.", "learner: Are you happy with it?",
            "partner: Not really.");

    @Test
    void anOpenQuestionMendsAStreakOfClosedOnes() {
        LineJudged judged = judged("What worries you about the budget?", Optional.of(STREAK));

        assertThat(judged.verdict()).isEqualTo(Verdict.MENDED);
        assertThat(judged.kinds()).contains("open question", "follow-up question");
        assertThat(judged.because()).isEmpty();
        assertThat(judged.otherwise()).isNull();
        assertThat(judged.rulebookVersion()).isEqualTo(RULES.version());
    }

    @Test
    void anotherClosedQuestionIsSeenAgainAndSaysWhyAndWhatWouldChangeIt() {
        LineJudged judged = judged("Is the budget enough?", Optional.of(STREAK));

        assertThat(judged.verdict()).isEqualTo(Verdict.SEEN_AGAIN);
        assertThat(judged.because()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(judged.otherwise()).isNotBlank();
    }

    @Test
    void aLineThatOnlyLeavesItAwayIsHalfWay() {
        assertThat(judged("Okay.", Optional.of(STREAK)).verdict()).isEqualTo(Verdict.AVOIDED);
    }

    @Test
    void whatIsSaidAfterTheMomentPlaysNoPart() {
        PastTalk short1 = new PastTalk(STREAK.opened(), NOW, STREAK.turns().subList(0, 6));

        assertThat(judged("What worries you about the budget?", Optional.of(short1)))
                .isEqualTo(judged("What worries you about the budget?", Optional.of(STREAK)));
    }

    @Test
    void theSettingOfTheTalkCounts() {
        PastTalk check = talk("safety check", STREAK.turns().stream()
                .map(each -> each.turn().role().name().toLowerCase() + ": " + each.turn().text())
                .toArray(String[]::new));

        LineJudged judged = judged("What worries you about the budget?", Optional.of(check));

        assertThat(judged.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judged.because())
                .containsExactly("the rule has changed since, and does not see that moment any more");
    }

    @Test
    void aTalkThatIsKeptNoMoreIsJudgedByWhatTheMessageRestsOn() {
        assertThat(judged("What worries you about the budget?", Optional.empty()).verdict())
                .isEqualTo(Verdict.MENDED);
        assertThat(judged("Is the budget enough?", Optional.empty()).verdict()).isEqualTo(Verdict.SEEN_AGAIN);
    }

    @Test
    void whereThatDoesNotShowTheMomentNothingIsClaimed() {
        LineTried thin = new LineTried("local", "mara", "p-1", "m-1", "B20", "talk-1", 6, List.of(evidence(6)),
                "What worries you?", NOW);

        LineJudged judged = PracticeJudge.judge(thin, Optional.empty(), Optional.of(RULES), READER::read, NOW);

        assertThat(judged.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judged.because())
                .containsExactly("the talk is kept no more, and what is left of it does not show the moment");
    }

    @Test
    void withoutARulebookNothingIsClaimed() {
        LineJudged judged = PracticeJudge.judge(tried("What worries you?"), Optional.of(STREAK), Optional.empty(),
                READER::read, NOW);

        assertThat(judged.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judged.rulebookVersion()).isNull();
    }

    private static LineJudged judged(String line, Optional<PastTalk> kept) {
        return PracticeJudge.judge(tried(line), kept, Optional.of(RULES), READER::read, NOW);
    }

    private static LineTried tried(String line) {
        return new LineTried("local", "mara", "p-1", "m-1", "B20", "talk-1", 6,
                List.of(evidence(2), evidence(4), evidence(5), evidence(6)), line, NOW);
    }

    private static Evidence evidence(int number) {
        Turn turn = STREAK.turns().get(number - 1).turn();
        return new Evidence(turn.number(), turn.role(), turn.role() == Role.LEARNER
                ? Evidence.Part.ACT
                : Evidence.Part.CONTEXT, turn.text(), 0, turn.text().length(), null, null);
    }

    private static PastTalk talk(String kind, String... lines) {
        List<PastTurn> turns = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            turns.add(new PastTurn(new Turn(turns.size() + 1, Role.valueOf(parts[0].toUpperCase()), parts[0], parts[1],
                    null, null, null), READER.read(parts[1])));
        }
        return new PastTalk(new ConversationOpened("local", "talk-1", "mara",
                List.of(new Participant("mara", Role.LEARNER), new Participant("them", Role.PARTNER)), kind, null,
                "en", new Consent(true, Consent.COACHING, null), NOW), NOW, turns);
    }
}
