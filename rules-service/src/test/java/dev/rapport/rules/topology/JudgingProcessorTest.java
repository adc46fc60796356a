package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.ConversationRecord;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.PlainRules;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.conversation.TurnRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class JudgingProcessorTest {

    private final Talk talk = Talk.called("t").learner("Is it live?").learner("Did they agree?")
            .learner("Are you happy?");
    private final JudgingProcessor processor = new JudgingProcessor(
            new ConversationJudge(() -> PlainRules.FIRST, PlainRules::read, PlainRules::language, Patience.DEFAULT),
            new Tally(new SimpleMeterRegistry()), 1_000);
    private MockProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, ConversationRecord> conversations;
    private KeyValueStore<String, TurnRecord> turns;

    @BeforeEach
    void aTaskBeginsWithEmptyStores() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(Talk.START.toEpochMilli());
        conversations = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(JudgingTopology.CONVERSATIONS),
                Serdes.String(), StateJson.of(ConversationRecord.class)).withLoggingDisabled().build();
        turns = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(JudgingTopology.TURNS), Serdes.String(),
                StateJson.of(TurnRecord.class)).withLoggingDisabled().build();
        conversations.init(context.getStateStoreContext(), conversations);
        turns.init(context.getStateStoreContext(), turns);
        processor.init(context);
    }

    private void hears(Event event) {
        processor.process(new Record<>(event.key().getBytes(StandardCharsets.UTF_8), EventJson.write(event), 0L,
                new RecordHeaders().add(CloudEvents.TYPE,
                        EventType.of(event).type().getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> told() {
        return context.forwarded().stream().map(f -> new String(
                f.record().headers().lastHeader(CloudEvents.ID).value(), StandardCharsets.UTF_8)).toList();
    }

    private void tick() {
        context.setCurrentSystemTimeMs(context.currentSystemTimeMs() + JudgingProcessor.TICK.toMillis());
        context.scheduledPunctuators().stream().filter(p -> p.getInterval().equals(JudgingProcessor.TICK))
                .forEach(p -> p.getPunctuator().punctuate(context.currentSystemTimeMs()));
    }

    @Test
    void anAbortedTransactionTakesBackWhatIsInMemoryToo() {
        hears(talk.opened());
        hears(talk.turn(1));
        assertThat(told()).containsExactly("local/t/turn/1/ASKED");

        // the stores are as before; the task of the same processor begins again and gets the same records
        aTaskBeginsWithEmptyStores();
        hears(talk.opened());
        hears(talk.turn(1));

        assertThat(told()).containsExactly("local/t/turn/1/ASKED");
    }

    @Test
    void aTaskThatMovesHereGoesOnFromTheStores() {
        hears(talk.opened());
        hears(talk.turn(1));
        hears(talk.turn(2));
        processor.close();
        processor.init(context);
        context.resetForwards();

        hears(talk.turn(3));

        assertThat(told()).containsExactly("local/t/turn/3/ASKED", "local/t/turn/3/STREAK");
    }

    @Test
    void aConversationThatWaitsGoesOnAfterARestart() {
        hears(talk.opened());
        hears(talk.turn(1));
        hears(talk.closed());
        processor.close();
        processor.init(context);
        context.resetForwards();
        context.setCurrentSystemTimeMs(Talk.START.plus(Duration.ofSeconds(10)).toEpochMilli());

        tick();

        assertThat(told()).containsExactly("local/t/judged");
    }
}
