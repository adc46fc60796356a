package dev.rapport.rules.signals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TextReaderTest {

    private final TextReader reader = new TextReader();

    @Test
    void contractionsAreTwoTokensAndOneWord() {
        TextSignals signals = reader.read("I didn’t know they're gone.");

        assertThat(signals.tokens()).extracting(Token::text).containsExactly("I", "did", "n’t", "know", "they", "'re",
                "gone", ".");
        assertThat(signals.tokens()).extracting(Token::lemma).contains("do", "not", "be");
        assertThat(signals.words()).isEqualTo(5);
    }

    @Test
    void contentIsInDictionaryFormWithoutStopWordsAndFillers() {
        assertThat(reader.read("Um, the two suppliers really wanted, you know, cheaper contracts").contentLemmas())
                .contains("supplier", "contract").doesNotContain("um", "want", "really", "know", "the");
    }

    @Test
    void namesNumbersAndDatesAreEntities() {
        assertThat(reader.read("Priya moved 40 people to Leeds in March.").entities()).containsExactlyInAnyOrder(
                "priya",
                "40", "leeds", "march");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I moved to Leeds.", "My daughter is ill.", "We lost the contract last year.",
            "I think I was wrong.", "Last spring I changed teams.", "Our team is tiny.", "Let me tell you about ours.",
            "I was nervous about the demo."})
    void isAboutTheSpeaker(String text) {
        assertThat(reader.read(text).selfSentences()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I think it rained.", "I'm sorry to hear that.", "I hear you.", "I see.",
            "You moved to Leeds.",
            "We could look at that next week.", "Can I ask you something?", "That sounds hard.",
            "I guess you were tired.",
            "Your daughter is ill.", "I understand that you left."})
    void isNotAboutTheSpeaker(String text) {
        assertThat(reader.read(text).selfSentences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"How did you manage?, true", "Your team did well, true", "You know it rained, false",
            "Do you know her?, true", "It rained all week, false", "Thank you, false", "Thank you for waiting, true",
            "You never know with weather, false"})
    void addressesTheListener(String text, boolean expected) {
        assertThat(reader.read(text).partnerAddressed()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"That sounds hard, true", "What happened then?, true", "How did they take it?, true",
            "I think that we should go, false", "The van broke and I fixed it, false", "It's raining, false",
            "There is a new rota, false", "What was that week like?, true", "Were you there?, true",
            "We start this week, false"})
    void pointsToWhatWasSaidBefore(String text, boolean expected) {
        assertThat(reader.read(text).pointsBack()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Well, I moved teams in Leeds. Fine. | I moved teams in Leeds",
            "Nice. My sister opened a bakery last year! | My sister opened a bakery last year",
            "I am a bit like that. |",
            "You lost 40 people. |", "I hired three nurses. | I hired three nurses"})
    void aSelfDetailIsConcrete(String text, String expected) {
        assertThat(cut(text, reader.read(text).concreteSelfDetail())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The rollout stalled in March and everybody was angry. | The rollout stalled in March",
            "I'm just feeling overwhelmed by the workload. | feeling overwhelmed by the workload",
            "I've been trying to hire a second nurse. | trying to hire a second nurse",
            "yeah so um the new scheduling system is on my mind | the new scheduling system",
            "Mm-hm, yeah. |", "It was something, you know, a kind of thing. |", "I was there with him. |",
            "How was your weekend? |", "We talked about it in June. |"})
    void theFocusIsWorthReturningTo(String text, String expected) {
        assertThat(cut(text, reader.read(text).focus())).isEqualTo(expected);
    }

    @Test
    void signalsSurviveTheStateTheyAreKeptIn() throws Exception {
        ObjectMapper json = new ObjectMapper();
        TextSignals signals = reader.read("I moved to Leeds in March. How did you handle the handover?");

        assertThat(json.readValue(json.writeValueAsString(signals), TextSignals.class)).isEqualTo(signals);
    }

    @Test
    void anEmptyTextHasNothing() {
        TextSignals signals = reader.read(" ");

        assertThat(signals.tokens()).isEmpty();
        assertThat(signals.sentences()).isEmpty();
        assertThat(signals.focus()).isNull();
    }

    private static String cut(String text, Span span) {
        return span == null ? null : text.substring(span.from(), span.to());
    }
}
