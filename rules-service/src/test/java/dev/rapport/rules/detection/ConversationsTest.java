package dev.rapport.rules.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.signals.TextSignals;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationsTest {

    /** Sees nothing, so that a million lines take seconds. */
    private static final Rules BLIND = new Rules() {
        @Override
        public String version() {
            return "blind";
        }

        @Override
        public Set<String> codes() {
            return Set.of();
        }

        @Override
        public Verdicts judge(Moment moment) {
            return new Verdicts(Map.of(), List.of(), Map.of());
        }
    };
    private static final TextSignals NOTHING = new TextSignals(TextSignals.VERSION, List.of(), List.of(), 1, Set.of(),
            Set.of(), List.of(), false, false, null, null);

    private final Conversations conversations = new Conversations(
            new Detector(BLIND, text -> NOTHING, (turn, partners) -> 0), 2);

    private static Line said(String conversation, int turn) {
        return new Line.Spoken(new SpokenLine(new TextNode(conversation), new IntNode(turn), turn % 2 == 0 ? "A" : "B",
                false, "x", null, null, null, null, null, null));
    }

    @Test
    void aMillionLinesAreNeverHeldAtOnceAndComeOutInOrder() throws IOException {
        int all = 1_000_000;
        int length = 50;
        AtomicInteger given = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger mostBetween = new AtomicInteger();
        conversations.run(() -> {
            int i = given.getAndIncrement();
            return i < all ? Optional.of(said("c" + i / length, i)) : Optional.empty();
        }, detected -> {
            for (Detected.Seen line : detected.lines()) {
                assertThat(line.turn().intValue()).isEqualTo(taken.getAndIncrement());
            }
            mostBetween.accumulateAndGet(given.get() - taken.get(), Math::max);
        });
        assertThat(taken).hasValue(all);
        // 16 in work, one being read and one more line
        assertThat(conversations.mostOpen()).isLessThanOrEqualTo(16);
        assertThat(mostBetween.get()).isLessThanOrEqualTo(17 * length + 1);
    }

    @Test
    void aConversationThatNeverEndsIsJudgedInPieces() throws IOException {
        AtomicInteger given = new AtomicInteger();
        List<Integer> pieces = new ArrayList<>();
        conversations.run(() -> given.get() < 45_000
                ? Optional.of(said("endless", given.getAndIncrement()))
                : Optional.empty(), detected -> pieces.add(detected.lines().size()));
        assertThat(pieces).containsExactly(20_000, 20_000, 5_000);
    }

    @Test
    void anotherIdEndsAConversationAndALineWithoutOneDoesNot() throws IOException {
        List<Line> lines = List.of(said("a", 0), new Line.Broken(null, null, "broken"), said("a", 1), said("b", 0),
                said("a", 2));
        AtomicInteger next = new AtomicInteger();
        List<String> ended = new ArrayList<>();
        conversations.run(
                () -> next.get() < lines.size() ? Optional.of(lines.get(next.getAndIncrement())) : Optional.empty(),
                detected -> ended.add(detected.conversation().textValue() + detected.lines().size()));
        assertThat(ended).containsExactly("a3", "b1", "a1");
    }
}
