package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;
import dev.rapport.rules.conversation.ConversationRecord;
import dev.rapport.rules.conversation.Phase;
import dev.rapport.rules.conversation.Standing;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.conversation.TurnRecord;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateJsonTest {

    private static final TurnRecord TURN = new TurnRecord(
            new Turn(7, Role.LEARNER, "Lena", "Why 😀?\u0000", 1_000L, null, 0.5),
            new TextSignals(TextSignals.VERSION, List.of(new Token("Why", "why", "WRB", 0, 3)),
                    List.of(new Sentence(0, 1, Sentence.Mood.OPEN_QUESTION)), 1, Set.of("why"), Set.of(),
                    List.of(0), true, false, null, new Span(0, 3)),
            Map.of("open question", Clarity.LIKELY),
            List.of(new Standing("lena", "B01", "0123456789ab", "ba9876543210", "follow-up question", Polarity.KEEP,
                    Clarity.CLEAR,
                    List.of(new Standing.Passage(7, Role.LEARNER, Evidence.Part.ACT, 0, 3, null, 1_000L)),
                    List.of("it asks why"), "had it not asked", Severity.MAJOR)),
            Map.of("B30", "no times in this transcript"));

    @Test
    void aTurnIsReadAsItWasWritten() {
        Serde<TurnRecord> serde = StateJson.of(TurnRecord.class);
        byte[] written = serde.serializer().serialize("t", TURN);
        assertThat(serde.deserializer().deserialize("t", written)).isEqualTo(TURN);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("[[\"Why\",\"why\",\"WRB\",0,3]]");
    }

    @Test
    void aConversationIsReadAsItWasWrittenInEachPhase() {
        Serde<ConversationRecord> serde = StateJson.of(ConversationRecord.class);
        for (Phase phase : List.of(new Phase.Open(), new Phase.Closing(null, Talk.START),
                new Phase.Closing(3, Talk.START), new Phase.Judged(Talk.START), new Phase.Forgotten(Talk.START))) {
            ConversationRecord record = new ConversationRecord(Talk.called("t").opened(), phase,
                    new ConversationRecord.Counts(1, 2, 3, 4, 5), 8, 7, "0123456789ab", "en", Talk.START);
            assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", record)))
                    .isEqualTo(record);
        }
    }

    @Test
    void whatCannotBeReadSaysNothingOfItsContent() {
        assertThatThrownBy(() -> StateJson.of(TurnRecord.class).deserializer().deserialize("t",
                "{\"turn\": \"my secret\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessage("the state holds something that is no TurnRecord")
                .hasNoCause();
    }
}
