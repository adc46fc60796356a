package dev.rapport.rules.signals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeaningTest {

    private final Similarity similarity = new Similarity();

    @Test
    void theSameWordsAreFullyAlike() {
        assertThat(similarity.between("We lost the contract.", "We lost the contract.")).isCloseTo(1, within(1e-6));
    }

    @Test
    void aParaphraseIsMoreAlikeThanAnotherSubject() {
        double paraphrase = similarity.between("that must have been hard for you", "it sounds like a difficult time");
        double other = similarity.between("that must have been hard for you", "the invoice is due on Friday");

        assertThat(paraphrase).isBetween(0.4, 1.0).isGreaterThan(other + 0.25);
    }

    @Test
    void aBlankTextIsLikeNothing() {
        assertThat(similarity.between(" ", "anything")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | Well, I think we should go over the numbers again before the customer calls us back tomorrow.",
            "de | Ich glaube, wir sollten uns die Zahlen noch einmal ansehen, bevor der Kunde morgen anruft.",
            "es | Creo que deberíamos revisar los números otra vez antes de que el cliente nos llame mañana.",
            "fr | Je pense que nous devrions revoir les chiffres avant que le client nous rappelle demain matin."})
    void theLanguageOfASentenceIsGuessed(String language, String text) {
        assertThat(LanguageGuess.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Okay.", "Guten Morgen", "12345 67890 12345 67890 12345 67890 12345 67890 !!!!"})
    void tooLittleTextHasNoLanguage(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }
}
