package dev.rapport.rules.signals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhraseListsTest {

    private final TextReader reader = new TextReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sounds like | It, um, sounded like rain. | sounded like",
            "i am sorry | I’m sorry about that | I’m sorry", "it's been hard | it has been hard | it has been hard",
            "supplier | two suppliers left | suppliers", "feel stuck | they felt stuck | felt stuck",
            "you mentioned | You mentioned it | You mentioned", "okay | ok then | ok",
            "note that | we noted that | noted that",
            "plan | we were planning | planning", "i see what you mean | I see, what you mean | I see, what you mean",
            "uh huh | uh huh | uh huh", "make sense | that's making sense | making sense"})
    void aPhraseIsFoundInItsInflections(String phrase, String text, String found) {
        assertThat(find(phrase, text)).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"you said | what would you say", "you told me | can you tell me",
            "you need to | so you needed to leave", "you have to | you had to", "hard | hardly", "not | we noted it",
            "i see. you | I see", "been hard | It has been. Hard work", "plan | a plant", "us | it is used"})
    void aPhraseIsNotFoundWhereItMeansSomethingElse(String phrase, String text) {
        assertThat(find(phrase, text)).isEmpty();
    }

    @Test
    void hitsComeInTheirOrderWithListAndSpan() {
        PhraseLists lists = new PhraseLists(Map.of("feelings", List.of("worried", "so worried"), "frames",
                List.of("sounds like", "it sounds like")));

        assertThat(lists.find(reader.read("It sounds like you're so worried."))).containsExactly(
                new Hit("frames", "it sounds like", new Span(0, 14)), new Hit("frames", "sounds like", new Span(3, 14)),
                new Hit("feelings", "so worried", new Span(22, 32)), new Hit("feelings", "worried", new Span(25, 32)));
    }

    @Test
    void twoWritingsOfOnePhraseAreOneHit() {
        PhraseLists lists = new PhraseLists(Map.of("apologies", List.of("i'm sorry", "i am sorry")));

        assertThat(lists.find(reader.read("I am sorry"))).containsExactly(
                new Hit("apologies", "i'm sorry", new Span(0, 10)));
    }

    @Test
    void aPhraseWithoutAWordIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhraseLists(Map.of("marks", List.of("?!"))))
                .withMessage("no word in phrase \"?!\" of list \"marks\"");
    }

    private List<String> find(String phrase, String text) {
        return new PhraseLists(Map.of("list", List.of(phrase))).find(reader.read(text)).stream()
                .map(h -> text.substring(h.span().from(), h.span().to())).toList();
    }

    @Test
    void phrasesOfFillersInATextOfFillersTakeNoTime() {
        PhraseLists lists = new PhraseLists(Map.of("fillers", List.of("uh " + "um uh ".repeat(14) + "um", "uh um")));
        var text = new TextReader().read("uh, um, ".repeat(400));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(20),
                () -> assertThat(lists.find(text)).anyMatch(hit -> hit.phrase().equals("uh um")));
    }
}
