package dev.rapport.coaching.history;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    @Test
    void itIsSpokenOfInEveryTalkAtFirst() {
        assertThat(Pace.after(List.of())).isEqualTo(Pace.EVERY_TALK);
        assertThat(after("++")).isEqualTo(Pace.EVERY_TALK);
    }

    @Test
    void threeGoodTimesInARowEachTimeMakeItRarer() {
        assertThat(after("+++")).isEqualTo(Pace.EVERY_THIRD);
        assertThat(after("+".repeat(3 + 8))).isEqualTo(Pace.EVERY_THIRD);
        assertThat(after("+".repeat(3 + 9))).isEqualTo(Pace.EVERY_EIGHTH);
        assertThat(after("+".repeat(3 + 9 + 23))).isEqualTo(Pace.EVERY_EIGHTH);
        assertThat(after("+".repeat(3 + 9 + 24))).isEqualTo(Pace.MAINTENANCE);
        assertThat(after("+".repeat(200))).isEqualTo(Pace.MAINTENANCE);
    }

    @Test
    void oneBadTalkEndsTheRowAndChangesNothingElse() {
        assertThat(after("++-++")).isEqualTo(Pace.EVERY_TALK);
        assertThat(after("+++-")).isEqualTo(Pace.EVERY_THIRD);
        assertThat(after("+++-" + "+".repeat(8))).isEqualTo(Pace.EVERY_THIRD);
        assertThat(after("+++-" + "+".repeat(9))).isEqualTo(Pace.EVERY_EIGHTH);
    }

    @Test
    void twoBadTalksInARowBringItBackFromAnywhere() {
        assertThat(after("+++--")).isEqualTo(Pace.EVERY_TALK);
        assertThat(after("+".repeat(40) + "--")).isEqualTo(Pace.EVERY_TALK);
        assertThat(after("+++-+-")).isEqualTo(Pace.EVERY_THIRD);
    }

    @Test
    void aTalkThatCouldNotTellIsNeitherGoodNorBad() {
        assertThat(after("+?+?+")).isEqualTo(Pace.EVERY_THIRD);
        assertThat(after("+++-?-")).isEqualTo(Pace.EVERY_TALK);
    }

    /** @param talks plus for one that went well, minus for one that did not, a question mark for one that could not tell */
    private static Pace after(String talks) {
        List<Outcome> outcomes = new ArrayList<>();
        talks.chars().forEach(c -> outcomes
                .add(c == '+' ? Outcome.SUCCESS : c == '-' ? Outcome.LAPSE : Outcome.UNKNOWN));
        return Pace.after(outcomes);
    }
}
