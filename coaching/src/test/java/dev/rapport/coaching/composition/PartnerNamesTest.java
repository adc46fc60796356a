package dev.rapport.coaching.composition;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartnerNamesTest {

    @Test
    void firstNameSurnameAndBothAreMasked() {
        PartnerNames names = PartnerNames.of(List.of("Priya Nair"));

        assertThat(names.mask("Thanks, Priya! Priya Nair's plan, or nair's?").text())
                .isEqualTo("Thanks, [your partner]! [your partner]'s plan, or [your partner]'s?");
    }

    @Test
    void aNameThatIsAWordIsMaskedOnlyWithACapital() {
        PartnerNames names = PartnerNames.of(List.of("Will"));

        assertThat(names.mask("Thanks Will, that will do.").text()).isEqualTo("Thanks [your partner], that will do.");
    }

    @Test
    void aNameInsideAWordIsLeft() {
        assertThat(PartnerNames.of(List.of("Ann")).mask("I planned an annual review.").text())
                .isEqualTo("I planned an annual review.");
    }

    @Test
    void whatTranscriptsCallUnknownPeopleIsNoName() {
        assertThat(PartnerNames.of(List.of("Speaker 2", "Customer")).mask("The customer is a good speaker.").text())
                .isEqualTo("The customer is a good speaker.");
    }

    @Test
    void namesWithAccentsAndOtherScriptsAreMasked() {
        assertThat(PartnerNames.of(List.of("Zoë Müller-Lüdenscheidt", "李雷")).mask("Danke Zoë, 李雷说 ok").text())
                .isEqualTo("Danke [your partner], [your partner]说 ok");
    }

    @Test
    void placesMoveWithTheMask() {
        PartnerNames.Masked masked = PartnerNames.of(List.of("Jo")).mask("Hi Jo, what changed?");

        assertThat(masked.text().substring(masked.from(7), masked.to(20))).isEqualTo("what changed?");
        assertThat(masked.text().substring(masked.from(3), masked.to(5))).isEqualTo("[your partner]");
        assertThat(masked.text().substring(masked.from(4), masked.to(5))).isEqualTo("[your partner]");
    }
}
