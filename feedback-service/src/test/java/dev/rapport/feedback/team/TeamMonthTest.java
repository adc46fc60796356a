package dev.rapport.feedback.team;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.Polarity;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.team.HouseMonth.RuleHealth;
import dev.rapport.feedback.team.Share.Bound;
import dev.rapport.feedback.team.TeamMonth.NagLoad;

import static org.assertj.core.api.Assertions.assertThat;

class TeamMonthTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final Instant AT = Instant.parse("2026-02-10T09:00:00Z");
    private static final Behaviour QUESTION = new Behaviour("B01", Polarity.KEEP, 1);
    private static final Behaviour ADVICE = new Behaviour("B27", Polarity.GROW, 2);

    private final List<LearnersTalk> talks = new ArrayList<>();
    private final Set<String> members = new TreeSet<>();

    @Test
    void eachPersonWeighsTheSameHoweverManyTalksTheyHad() {
        for (int i = 0; i < 20; i++) {
            talk("busy", Map.of("B01", 3, "B27", 2));
        }
        for (String quiet : List.of("ada", "bo", "cy", "di")) {
            talk(quiet, Map.of("B27", 1));
            talk(quiet, Map.of("B01", 1));
        }

        // one in all of its talks and four in half of theirs; advice only in what busy said, once is not enough to count
        assertThat(month().seen()).isEqualTo(Map.of("B01", new Share(60, Bound.ABOUT), "B27",
                new Share(20, Bound.OR_LESS)));
    }

    @Test
    void whereFourCouldBeJudgedNothingIsTold() {
        for (String learner : List.of("ada", "bo", "cy", "di")) {
            talk(learner, Map.of("B01", 1));
        }
        members.add("eve");
        talks.add(new LearnersTalk("eve", new EarlierTalk(AT, Set.of("B27"), Map.of(), null, null)));

        assertThat(month().seen()).doesNotContainKey("B01").containsKey("B27");
    }

    @Test
    void talksOfOthersDoNotCount() {
        for (String learner : List.of("ada", "bo", "cy", "di", "eve")) {
            talk(learner, Map.of("B01", 1));
        }
        members.remove("eve");

        assertThat(month().seen()).isEmpty();
        assertThat(month().messages()).isNull();
    }

    @Test
    void theMostMessagesAreOnePersonsFigure() {
        for (int i = 0; i < 19; i++) {
            said("l" + i, i < 15 ? 4 : 7);
        }
        assertThat(month().messages()).isEqualTo(new NagLoad(1, null));

        said("l19", 7);
        // seven in four weeks
        assertThat(month().messages()).isEqualTo(new NagLoad(1, 2));
    }

    @Test
    void ofARuleTheLastWordOfEachLearnerCounts() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            said("l" + i, 2);
            answers.add(new Answer("l" + i, "B27", Reaction.NOT_RIGHT));
        }
        for (int i = 0; i < 7; i++) {
            answers.add(new Answer("l" + i, "B27", i < 5 ? Reaction.HELPFUL : Reaction.DELIBERATE));
        }
        answers.add(new Answer("l1", "B01", Reaction.NOT_RIGHT));

        assertThat(HouseMonth.of(talks, answers).rules()).isEqualTo(Map.of("B27", new RuleHealth(20, 10,
                new Share(50, Bound.ABOUT), new Share(30, Bound.ABOUT), new Wilson(9, 63))));
    }

    @Test
    void ofARuleThatSpokeToFourNothingIsToldNotEvenThatItDid() {
        for (int i = 0; i < 4; i++) {
            said("l" + i, 9);
        }

        assertThat(HouseMonth.of(talks, List.of()).rules()).isEmpty();
    }

    private TeamMonth month() {
        return TeamMonth.of(FEBRUARY, members, talks, List.of(QUESTION, ADVICE));
    }

    private void talk(String learner, Map<String, Integer> turns) {
        members.add(learner);
        talks.add(new LearnersTalk(learner, new EarlierTalk(AT, Set.of("B01", "B27"), turns, null, null)));
    }

    private void said(String learner, int messages) {
        members.add(learner);
        for (int i = 0; i < messages; i++) {
            talks.add(new LearnersTalk(learner, new EarlierTalk(AT, Set.of("B27"), Map.of("B27", 2), null, "B27")));
        }
    }
}
