package dev.rapport.events;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdsTest {

    @Test
    void lettersDigitsDotsHyphensAndUnderscoresMakeAnId() {
        assertThat(Ids.valid("conversation", "2026-03-02_mara.1")).isEqualTo("2026-03-02_mara.1");
        assertThat(Ids.isValid("a".repeat(128))).isTrue();
    }

    @Test
    void whateverCouldSplitAKeyOrAPathIsNoId() {
        for (String none : new String[]{null, "", "a/b", "../a", "a b", "-a", "a\n", "a".repeat(129), "ü"}) {
            assertThat(Ids.isValid(none)).as(none).isFalse();
        }
        assertThatThrownBy(() -> Ids.valid("conversation", "a/b"))
                .hasMessage("conversation must be 1 to 128 letters, digits, '.', '-' or '_'");
    }
}
