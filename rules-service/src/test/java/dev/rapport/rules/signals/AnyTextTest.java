package dev.rapport.rules.signals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class AnyTextTest {

    private static final List<String> WORDS = List.of("what", "do", "you", "I", "that", "it", "is", "are", "so", "and",
            "like", "um", "uh", ",", ".", "?", "--", "-", "n't", "'s", "I'm", "don’t", "you-you", "wh-what", "Leeds",
            "rollout", "stalled", "the", "my", "a", "of", "in", "who", "how", "if", "when", "tell", "me", "right",
            "know",
            "feeling", "moving", "40", "3.5", "…", "\n", "not", "was", "he", "asked", "\u05E9\u05DC\u05D5\u05DD",
            "\uD83D\uDE00", "don't", "can", "\"", "(", ")", "İ", "'", "cannot", "gonna");

    private final TextReader reader = new TextReader();
    private final PhraseLists lists = new PhraseLists(
            Map.of("list", List.of("what do you", "uh uh", "i am", "right", "it is", "so so", "um")));

    @Property(tries = 400)
    void anyStringGivesSignalsWithSpansInside(@ForAll String text) {
        check(text);
    }

    @Property(tries = 600)
    void anyRunOfWordsGivesSignalsWithSpansInside(@ForAll("speech") String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> speech() {
        return Arbitraries.of(WORDS).list().ofMaxSize(40).map(words -> String.join(" ", words));
    }

    private void check(String text) {
        TextSignals signals = reader.read(text);
        int before = 0;
        for (Token token : signals.tokens()) {
            assertThat(token.from()).isGreaterThanOrEqualTo(before);
            assertThat(token.to()).isGreaterThan(token.from()).isLessThanOrEqualTo(text.length());
            assertThat(token.text()).isEqualTo(text.substring(token.from(), token.to()));
            assertThat(token.lemma()).isNotEmpty();
            before = token.to();
        }
        int next = 0;
        for (Sentence sentence : signals.sentences()) {
            assertThat(sentence.first()).isEqualTo(next);
            assertThat(sentence.end()).isGreaterThan(sentence.first());
            next = sentence.end();
        }
        assertThat(next).isEqualTo(signals.tokens().size());
        assertThat(signals.selfSentences()).allMatch(s -> s >= 0 && s < signals.sentences().size());
        whole(text, signals.focus());
        whole(text, signals.concreteSelfDetail());
        for (Hit hit : lists.find(signals)) {
            inside(text, hit.span());
        }
        if (signals.focus() != null) {
            assertThat(text.substring(signals.focus().from(), signals.focus().to()).split("\\s+").length)
                    .isLessThanOrEqualTo(8);
        }
        assertThat(reader.read(text)).isEqualTo(signals);
    }

    private static void inside(String text, Span span) {
        assertThat(span.from()).isBetween(0, text.length());
        assertThat(span.to()).isGreaterThan(span.from()).isLessThanOrEqualTo(text.length());
    }

    private static void whole(String text, Span span) {
        if (span != null) {
            inside(text, span);
            assertThat(span.from() == 0 || !isLetter(text, text.codePointBefore(span.from()))
                    || !isLetter(text, text.codePointAt(span.from()))).isTrue();
            assertThat(span.to() == text.length() || !isLetter(text, text.codePointBefore(span.to()))
                    || !isLetter(text, text.codePointAt(span.to()))).isTrue();
        }
    }

    private static boolean isLetter(String text, int c) {
        return Character.isLetterOrDigit(c);
    }

    @Example
    void aVeryLongTurnIsReadInBoundedTime() {
        reader.read("warm up");
        for (String part : List.of("what do you ", "so and but like um ", "i think that ", "a", "is it, ", "like ",
                "the new rollout of the ", "uh uh ", ", ", "you know ", "tell me if when ", "and i was there ")) {
            String turn = part.repeat(20_000 / part.length());
            assertTimeout(Duration.ofSeconds(10), () -> lists.find(reader.read(turn)), part);
        }
    }

    @Example
    void manyThreadsReadTheSame() {
        String text = "I moved to Leeds in March. What did you do, and how did it go?";
        TextSignals alone = reader.read(text);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> reader.read(text)).toList())
                .allMatch(alone::equals);
        assertThatCode(() -> new TextReader().read(text)).doesNotThrowAnyException();
    }
}
