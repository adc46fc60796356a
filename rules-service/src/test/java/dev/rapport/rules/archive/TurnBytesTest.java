package dev.rapport.rules.archive;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.learned.ListeningReader;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnBytesTest {

    private final ListeningReader reader = new ListeningReader();

    @Test
    void whatWasKeptIsReadAsItWas() {
        for (PastTurn turn : new MadeUpTalks(60, 1, reader::read).talk(3).turns()) {
            assertThat(TurnBytes.read(turn.turn().number(), TurnBytes.write(turn))).isEqualTo(turn);
        }
    }

    @Test
    void strangeTextsSurvive() {
        for (String text : List.of("", "\0", "Ünïcödé, İstanbul ß! 你好吗？", "a\u0000b  ’tis \uD83D\uDE00 3.5%",
                "I’m don't…",
                "x".repeat(20_000))) {
            PastTurn turn = new PastTurn(new Turn(7, Role.PARTNER, "Zoë\0", text, -1L, Long.MAX_VALUE, 0.25),
                    reader.read(text));

            assertThat(TurnBytes.read(7, TurnBytes.write(turn))).isEqualTo(turn);
        }
    }

    @Test
    void signalsThatNoReaderOfOursMakesSurviveToo() {
        TextSignals odd = new TextSignals(99, List.of(new Token("other", "lemma", "NEWTAG", 2, 5),
                new Token("b", "b", "X", 0, 1)), List.of(new Sentence(0, 2, Sentence.Mood.FRAGMENT)), 12_345,
                Set.of("elsewhere", "lemma"), Set.of("other"), List.of(0), true, true, new Span(0, 1), new Span(1, 4));
        PastTurn turn = new PastTurn(new Turn(1, Role.LEARNER, "", "abcdef", null, null, null), odd);

        assertThat(TurnBytes.read(1, TurnBytes.write(turn))).isEqualTo(turn);
    }

    @Test
    void aTurnTakesFewBytes() {
        PastTalk talk = new MadeUpTalks(40, 1, reader::read).talk(1);
        int text = talk.turns().stream().mapToInt(t -> t.turn().text().length()).sum();

        int kept = talk.turns().stream().mapToInt(t -> TurnBytes.write(t).length).sum();

        assertThat(kept).isLessThan(7 * text / 2);
    }

    @Test
    void bytesThatAreCutShortAreNoTurn() {
        byte[] all = TurnBytes.write(new MadeUpTalks(1, 1, reader::read).talk(0).turns().get(0));

        for (int length = 0; length < all.length; length++) {
            byte[] some = java.util.Arrays.copyOf(all, length);
            assertThatThrownBy(() -> TurnBytes.read(1, some)).isInstanceOf(RuntimeException.class);
        }
    }
}
