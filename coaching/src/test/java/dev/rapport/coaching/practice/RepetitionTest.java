package dev.rapport.coaching.practice;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.practice.Repetition.Grade;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RepetitionTest {

    @Test
    void aLineThatGoesWellComesBackAfterOneDayThenSixThenEverLaterAndNeverAfterMoreThanAQuarter() {
        assertThat(days(Grade.EASY, 6)).containsExactly(1, 6, 17, 48, 90, 90);
        assertThat(days(Grade.GOOD, 5)).containsExactly(1, 6, 15, 38, 90);
    }

    @Test
    void aLineThatIsHardComesBackSooner() {
        assertThat(days(Grade.HARD, 5)).containsExactly(1, 6, 14, 30, 59);
    }

    @Test
    void aLineThatDoesNotGoWellBeginsAnewTheNextDayAndIsNoHarderForIt() {
        Repetition known = Repetition.NEW.after(Grade.EASY).after(Grade.EASY).after(Grade.EASY);

        Repetition again = known.after(Grade.AGAIN);

        assertThat(again).isEqualTo(new Repetition(0, known.ease(), 1));
        assertThat(again.after(Grade.GOOD).days()).isEqualTo(1);
        assertThat(again.after(Grade.GOOD).after(Grade.GOOD).days()).isEqualTo(6);
    }

    @Test
    void easeGrowsByATenthWhenItGoesWellAtOnceStaysWhenItGoesWellAndShrinksWhenItIsHard() {
        assertThat(Repetition.NEW.after(Grade.EASY).ease()).isCloseTo(2.6, within(1e-9));
        assertThat(Repetition.NEW.after(Grade.GOOD).ease()).isCloseTo(2.5, within(1e-9));
        assertThat(Repetition.NEW.after(Grade.HARD).ease()).isCloseTo(2.36, within(1e-9));
    }

    @Property
    void whateverHappensALineComesBackWithinAQuarterAndItsEaseStaysAboveTheLeast(@ForAll List<Grade> grades) {
        Repetition now = Repetition.NEW;
        for (Grade grade : grades) {
            now = now.after(grade);

            assertThat(now.days()).isBetween(1, Repetition.LONGEST);
            assertThat(now.ease()).isGreaterThanOrEqualTo(Repetition.LEAST_EASE);
        }
    }

    private static List<Integer> days(Grade grade, int times) {
        return Stream.iterate(Repetition.NEW.after(grade), known -> known.after(grade)).limit(times)
                .map(Repetition::days).toList();
    }
}
