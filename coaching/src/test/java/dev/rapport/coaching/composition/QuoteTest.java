package dev.rapport.coaching.composition;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.wording.BehaviourWording.Quoting;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteTest {

    @Test
    void aShortTurnIsQuotedWhole() {
        assertThat(quote("What changed in March?", Quoting.PASSAGE)).isEqualTo("What changed in March?");
    }

    @Test
    void ofALongTurnTheLastQuestionIsQuoted() {
        assertThat(quote("I see. We had the same in Leeds, with three suppliers and no plan at all. How did you handle"
                + " the handover when nobody knew the numbers?", Quoting.QUESTION))
                .isEqualTo("How did you handle the handover when nobody knew the numbers?");
    }

    @Test
    void aShortQuestionBringsTheSentenceBeforeIt() {
        assertThat(quote("You said the rollout stalled. What changed then?", Quoting.QUESTION))
                .isEqualTo("You said the rollout stalled. What changed then?");
    }

    @Test
    void aTurnWithoutPunctuationIsCutAtTwentyFiveWords() {
        String words = "one two three four five six seven eight nine ten ".repeat(4).strip();

        assertThat(quote(words, Quoting.OPENING))
                .isEqualTo("one two three four five six seven eight nine ten ".repeat(2) + "one two three four five …");
    }

    @Test
    void aPhraseIsQuotedInItsSentence() {
        String text = "Right. I think that really resonates with what we saw. Next point.";
        int from = text.indexOf("resonates");
        Evidence phrase = new Evidence(3, Role.LEARNER, Evidence.Part.ACT, text, from, from + 9, null, 61_000L);

        Quote quote = Quote.of(phrase, Quoting.PASSAGE);

        assertThat(quote.text()).isEqualTo("I think that really resonates with what we saw.");
        assertThat(text.substring(quote.from(), quote.to())).isEqualTo(quote.text());
        assertThat(quote.startMillis()).isEqualTo(61_000L);
    }

    @Test
    void anOpeningIsQuotedToTheEndOfItsSentence() {
        String text = "Thank you for saying that. I can see why you are nervous about Monday, it comes early. Next.";
        int from = text.indexOf("I can see why");
        Evidence phrase = new Evidence(3, Role.LEARNER, Evidence.Part.ACT, text, from, from + 13, null, null);

        assertThat(Quote.of(phrase, Quoting.OPENING).text())
                .isEqualTo("I can see why you are nervous about Monday, it comes early.");
    }

    @Test
    void aLongerPhraseIsQuotedInItsSentenceToo() {
        String text = "Right. If I were you, I would call them. Next point.";
        int from = text.indexOf("If I were you");
        Evidence phrase = new Evidence(3, Role.LEARNER, Evidence.Part.ACT, text, from, from + 13, null, null);

        assertThat(Quote.of(phrase, Quoting.PASSAGE).text()).isEqualTo("If I were you, I would call them.");
    }

    @Test
    void aPassageWithoutAWordIsQuotedWithItsTurn() {
        Evidence mark = new Evidence(3, Role.LEARNER, Evidence.Part.ACT, "  - we lost two engineers.", 0, 2, null,
                null);

        assertThat(Quote.of(mark, Quoting.OPENING).text()).isEqualTo("- we lost two engineers.");
    }

    @Test
    void tenThousandDotsAreQuotedWithoutHarm() {
        assertThat(Words.count(quote(".".repeat(10_000) + " a ".repeat(3_000), Quoting.QUESTION)))
                .isLessThanOrEqualTo(Quote.MOST_WORDS);
    }

    private static String quote(String text, Quoting quoting) {
        return Quote.of(new Evidence(3, Role.LEARNER, Evidence.Part.ACT, text, 0, text.length(), null, null), quoting)
                .text();
    }
}
