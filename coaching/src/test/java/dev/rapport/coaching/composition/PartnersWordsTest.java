package dev.rapport.coaching.composition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartnersWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we lost two engineers                     | you lost two engineers
            I was just not sure about the numbers     | you were just not sure about the numbers
            I wasn't ready for the audit              | you weren't ready for the audit
            I'm behind on the audit                   | you're behind on the audit
            I am still waiting for the report         | you are still waiting for the report
            we've moved the launch                    | you've moved the launch
            they told me the price had doubled        | they told you the price had doubled
            it's been rough                           | it's been rough
            Because we missed the deadline            | you missed the deadline
            And then, you know, we kind of gave up    | you kind of gave up
            he asked us to redo our plan              | he asked you to redo your plan
            """)
    void aClauseIsTurnedWithItsVerb(String said, String turned) {
        PartnersWords words = PartnersWords.of(said).orElseThrow();

        assertThat(words.clause()).isEqualTo(turned);
        assertThat(words.thing()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my manager                  | your manager
            The new contract            | the new contract
            in the last quarter         | the last quarter
            about our second supplier   | your second supplier
            three suppliers             | three suppliers
            the team that we hired      | the team that you hired
            """)
    void aNounPhraseIsTurned(String said, String turned) {
        PartnersWords words = PartnersWords.of(said).orElseThrow();

        assertThat(words.thing()).isEqualTo(turned);
        assertThat(words.clause()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the supplier pulled out     | the supplier pulled out
            my manager left in May      | your manager left in May
            losing the account          | losing the account
            US sales                    | US sales
            """)
    void whatMayBeEitherStandsByItself(String said, String turned) {
        PartnersWords words = PartnersWords.of(said).orElseThrow();

        assertThat(words.sentence()).isEqualTo(turned);
        assertThat(words.clause()).isNull();
        assertThat(words.thing()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "it", "yes", "Yeah, I do", "your pricing", "what you said", "when we launch",
            "if we lose them", "you know", "I mean", "the", "going to the", "with the", "[your partner]", "we we lost",
            "\u202Eevil", "<b>the plan</b>", "see http://x.example", "we never got it", "how the team reacts",
            "to leave", "onboarding", "place",
            "who did that?", "the plan. And the other plan", "you and me", "I think that", "is it"})
    void whatCannotBeSaidBackIsNotUsed(String said) {
        assertThat(PartnersWords.of(said)).isEmpty();
    }

    @Test
    void theWordsAreKeptAsTheyWereSaid() {
        assertThat(PartnersWords.of("So, um, we lost two engineers.").orElseThrow().said())
                .isEqualTo("we lost two engineers");
    }
}
