package dev.rapport.rules.learned;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

class UnitTest {

    private static final TextReader READER = new TextReader();

    private static List<String> heard(String text) {
        return Unit.of(READER.read(text)).stream().map(Unit::text).toList();
    }

    @Test
    void whoeverIsNamedIsHeardAlike() {
        for (String name : List.of("Charlotte", "Xiuying", "Emily", "Agnieszka", "Kwame", "Mary Ann Smith")) {
            assertThat(heard(name + " said the report is late.")).as(name)
                    .containsExactly("somebody said the report is late");
            assertThat(heard("It sounds like " + name + " helped you.")).as(name)
                    .containsExactly("it sounds like somebody helped you");
        }
    }

    @Test
    void aWomanAManAndAPersonAreHeardAlike() {
        assertThat(heard("She's my wife, and her mum told her she was late.")).isEqualTo(
                heard("He's my husband, and his dad told him he was late."))
                .containsExactly("they're my partner and their parent told them they were late");
        assertThat(heard("They are kind to their sister.")).isEqualTo(heard("He is kind to his brother."));
    }

    @Test
    void aVarietyIsHeardAsTheStandardSpellsIt() {
        assertThat(heard("Ye dinnae ken, do ye?")).containsExactly("you don't ken do you");
        assertThat(heard("D'ye think y'all are goin' home?")).containsExactly("do you think you are going home");
    }

    @Test
    void numbersAndDaysAreNoNames() {
        assertThat(heard("Call me on Friday at 9.")).containsExactly("call me on friday at 9");
        assertThat(Unit.of(READER.read("Call me at 9.")).get(0).words()).endsWith("0");
    }
}
