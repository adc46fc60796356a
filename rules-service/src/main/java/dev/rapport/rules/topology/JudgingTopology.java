package dev.rapport.rules.topology;

import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

import dev.rapport.events.Topics;
import dev.rapport.rules.conversation.ConversationRecord;
import dev.rapport.rules.conversation.TurnRecord;

/**
 * From {@link Topics#TURNS} through the judging to {@link Topics#OBSERVATIONS}. The names given here are part of names of
 * internal topics, so they stay as they are.
 */
final class JudgingTopology {

    static final String CONVERSATIONS = "conversations";
    static final String TURNS = "turns";
    static final String OBSERVATIONS_SINK = "observations";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String SHADOW_SINK = "shadow";

    /** State is small records under random keys; segments roll so that tombstones take effect within days. */
    private static final Map<String, String> CHANGELOG = Map.of("segment.ms", "86400000", "min.cleanable.dirty.ratio",
            "0.3");

    private JudgingTopology() {
    }

    static Topology of(Supplier<JudgingProcessor> processor) {
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), "spoken", new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(), Topics.TURNS)
                .addProcessor("judging", processor::get, "spoken")
                .addStateStore(Stores
                        .keyValueStoreBuilder(Stores.persistentKeyValueStore(CONVERSATIONS), Serdes.String(),
                                StateJson.of(ConversationRecord.class))
                        // written with each turn: the cache lets only the last one before a commit through
                        .withCachingEnabled().withLoggingEnabled(CHANGELOG), "judging")
                .addStateStore(Stores
                        .keyValueStoreBuilder(Stores.persistentKeyValueStore(TURNS), Serdes.String(),
                                StateJson.of(TurnRecord.class))
                        .withCachingDisabled().withLoggingEnabled(CHANGELOG), "judging")
                .addSink(OBSERVATIONS_SINK, Topics.OBSERVATIONS, new ByteArraySerializer(), new ByteArraySerializer(),
                        "judging")
                .addSink(SHADOW_SINK, Topics.SHADOW, new ByteArraySerializer(), new ByteArraySerializer(), "judging")
                .addSink(DEAD_LETTERS_SINK, Topics.deadLetter(Topics.TURNS), new ByteArraySerializer(),
                        new ByteArraySerializer(), "judging");
    }
}
