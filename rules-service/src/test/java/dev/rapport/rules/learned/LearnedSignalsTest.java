package dev.rapport.rules.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LearnedSignalsTest {

    private static final TextReader READER = new TextReader();
    private static final Similarity SIMILARITY = new Similarity();

    private final LearnedSignals learned = LearnedSignals.inJar();

    private Heard heard(String text, String name) {
        return learned.listen(READER.read(text)).heard(name, 20, SIMILARITY::embedding);
    }

    @Test
    void theSentenceThatSoundsMostLikeItIsNamed() {
        String text = "We met in spring. You should try to talk to her about it. It rained all day.";
        Heard heard = heard(text, "advice");
        assertThat(heard.percent()).isGreaterThan(80);
        assertThat(text.substring(heard.span().from(), heard.span().to()))
                .isEqualTo("You should try to talk to her about it");
    }

    @Test
    void marksAndCapitalsMakeNoDifference() {
        String marked = "You should try to talk to her, really.";
        assertThat(heard(marked.toLowerCase().replaceAll("[,.]", ""), "advice").percent())
                .isEqualTo(heard(marked, "advice").percent());
    }

    @Test
    void whatMissesByFarIsNotEmbedded() {
        List<String> embedded = new ArrayList<>();
        Heard heard = learned.listen(READER.read("My father was a baker in the town for thirty years.")).heard("advice",
                20,
                text -> {
                    embedded.add(text);
                    return SIMILARITY.embedding(text);
                });
        assertThat(heard).isEqualTo(Heard.NOTHING);
        assertThat(embedded).isEmpty();
    }

    @Test
    void whatWasHeardOnceIsNotListenedToAgain() {
        TextSignals heard = READER.read("You should call them.")
                .sounding(Map.of("advice", new Heard(77, new Span(0, 3))));
        assertThat(learned.listen(heard).heard("advice", 20, text -> {
            throw new AssertionError("embedded " + text);
        })).isEqualTo(new Heard(77, new Span(0, 3)));
        assertThat(LearnedSignals.none().listen(heard).heard("advice", 20, SIMILARITY::embedding))
                .isEqualTo(Heard.NOTHING);
    }

    @Test
    void listeningToAllIsTheSameAsToEachOne() {
        TextSignals read = READER.read("I lost my job last spring. You should tell them how you feel.");
        TextSignals listened = learned.listened(read, SIMILARITY::embedding);
        assertThat(listened.heard()).containsOnlyKeys(LearnedSignals.names());
        LearnedSignals.names().forEach(name -> assertThat(listened.heard().get(name))
                .isEqualTo(learned.listen(read).heard(name, 20, SIMILARITY::embedding)));
    }

    @Test
    void aPieceThatCannotReachWhatIsAskedForIsNotEmbeddedEither() {
        TextSignals read = READER.read("Okay, bye.");
        int some = learned.listen(read).heard("advice", 20, SIMILARITY::embedding).percent();
        assertThat(some).isBetween(20, 69);
        assertThat(learned.listen(read).heard("advice", some, SIMILARITY::embedding).percent()).isEqualTo(some);
        assertThat(learned.listen(read).heard("advice", some + 1, SIMILARITY::embedding)).isEqualTo(Heard.NOTHING);
        assertThat(learned.listen(read).heard("advice", 95, text -> {
            throw new AssertionError("embedded " + text);
        })).isEqualTo(Heard.NOTHING);
    }

    @Test
    void aKindThatNobodyLearnedIsRefused() {
        assertThatThrownBy(() -> heard("Hello there.", "sarcasm")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aLongTextWithoutMarksIsHeardInOverlappingWindowsAndAtMostInSix() {
        String words = "one two three four five six seven eight nine ten ";
        assertThat(Unit.of(READER.read(words.repeat(4).strip()))).allSatisfy(unit -> assertThat(unit.words())
                .hasSizeLessThanOrEqualTo(24)).hasSize(3);
        assertThat(Unit.of(READER.read(words.repeat(60).strip()))).hasSize(6);
        assertThat(Unit.of(READER.read(""))).isEmpty();
    }
}
