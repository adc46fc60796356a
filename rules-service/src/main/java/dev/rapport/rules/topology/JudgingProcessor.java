package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.conversation.Conversation;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.ConversationRecord;
import dev.rapport.rules.conversation.Outcome;
import dev.rapport.rules.conversation.ShadowPass;
import dev.rapport.rules.conversation.TurnRecord;
import dev.rapport.rules.release.Shadow;

/**
 * Carries records to the {@link ConversationJudge} and its decisions to the stores and topics. All it does for one record
 * is in one transaction. What it has in memory is dropped whenever the task begins, ends or fails, because an aborted
 * transaction takes the stores back and not the memory.
 */
final class JudgingProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = Logger.getLogger(JudgingProcessor.class);

    /** How often waiting conversations go on. */
    static final Duration TICK = Duration.ofMillis(100);

    /** How often all conversations are looked through for those that are long over or long silent. */
    static final Duration SWEEP = Duration.ofMinutes(1);

    /** So many turns are judged before looking at the clock again. */
    private static final int TURNS_A_STEP = 50;

    /** New turns wait no longer than this for old ones that are judged again. */
    private static final long LONGEST_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Of each tick at most, for rules that coach nobody. */
    private static final long LONGEST_SHADOW_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    /** More are left out: a shadow shows what usually happens, and must not fill the memory. */
    private static final int MOST_IN_THE_SHADOW = 500;

    private final ConversationJudge judge;
    private final Tally tally;
    private final OpenConversations open;
    private final Function<String, Optional<Shadow>> shadowOf;
    /** Conversations that are over and still to be judged by the rules in the shadow. */
    private final Deque<ShadowPass> inTheShadow = new ArrayDeque<>();
    /** Keys of conversations that go on without anything being said. */
    private final Set<String> waiting = new LinkedHashSet<>();
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, ConversationRecord> conversations;
    private KeyValueStore<String, TurnRecord> turns;

    /** Where nothing is in the shadow. */
    JudgingProcessor(ConversationJudge judge, Tally tally, int turnsInMemory) {
        this(judge, tally, turnsInMemory, tenant -> Optional.empty());
    }

    /**
     * @param shadowOf what observes beside the rules in force and coaches nobody, by tenant
     */
    JudgingProcessor(ConversationJudge judge, Tally tally, int turnsInMemory,
            Function<String, Optional<Shadow>> shadowOf) {
        this.shadowOf = shadowOf;
        this.judge = judge;
        this.tally = tally;
        this.open = new OpenConversations(turnsInMemory);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        forget();
        context = processorContext;
        conversations = processorContext.getStateStore(JudgingTopology.CONVERSATIONS);
        turns = processorContext.getStateStore(JudgingTopology.TURNS);
        try (KeyValueIterator<String, ConversationRecord> all = conversations.all()) {
            while (all.hasNext()) {
                KeyValue<String, ConversationRecord> each = all.next();
                if (each.value.isWaiting()) {
                    waiting.add(each.key);
                }
            }
        }
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick(Instant.ofEpochMilli(now)));
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
    }

    @Override
    public void close() {
        forget();
    }

    private void forget() {
        open.dropAll();
        waiting.clear();
        inTheShadow.clear();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Heard heard = Heard.read(record.key(), record.value(), record.headers());
        if (heard instanceof Heard.Unreadable unreadable) {
            deadLetter(record, "unknown", unreadable.reason());
        } else if (heard instanceof Heard.Said said) {
            hear(record, said.event());
        }
    }

    private void hear(Record<byte[], byte[]> record, Event event) {
        long began = System.nanoTime();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Conversation conversation = find(event.key());
        Outcome outcome;
        if (conversation == null) {
            if (!(event instanceof ConversationOpened announced)) {
                deadLetter(record, event.tenant(), "the conversation was never opened");
                return;
            }
            conversation = judge.begin(announced, now);
            open.keep(conversation);
            outcome = judge.begun(conversation);
        } else {
            outcome = decide(conversation, event, now);
        }
        if (outcome instanceof Outcome.Refused refused) {
            deadLetter(record, event.tenant(), refused.reason());
        } else if (outcome instanceof Outcome.Changed changed) {
            carryOut(conversation, changed, record.timestamp());
            if (changed.failure() != null) {
                deadLetter(record, event.tenant(), changed.failure());
            }
            if (event instanceof TurnSpoken) {
                tally.turn(event.tenant(), Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    private Outcome decide(Conversation conversation, Event event, Instant now) {
        try {
            if (event instanceof TurnSpoken spoken) {
                return judge.spoken(conversation, spoken, now);
            }
            if (event instanceof ConversationClosed closed) {
                return judge.closed(conversation, closed, now);
            }
            return judge.announcedAgain(conversation, (ConversationOpened) event);
        } catch (RuntimeException failed) {
            // nothing is written yet: this record alone is left out, and what it may have spoilt in memory
            open.drop(conversation.key());
            LOG.errorf("%s could not be processed: %s", event.id(), trace(failed));
            return new Outcome.Refused("could not be processed: " + failed.getClass().getSimpleName());
        }
    }

    private Conversation find(String key) {
        Conversation conversation = open.get(key);
        if (conversation == null) {
            ConversationRecord record = conversations.get(key);
            if (record != null) {
                conversation = Conversation.read(record, turnsOf(key));
                open.keep(conversation);
            }
        }
        return conversation;
    }

    private List<TurnRecord> turnsOf(String key) {
        List<TurnRecord> found = new ArrayList<>();
        try (KeyValueIterator<String, TurnRecord> range = turns.range(TurnKeys.first(key), TurnKeys.last(key))) {
            range.forEachRemaining(each -> found.add(each.value));
        }
        return found;
    }

    private void carryOut(Conversation conversation, Outcome.Changed changed, long timestamp) {
        String key = conversation.key();
        for (TurnRecord turn : changed.turns()) {
            turns.put(TurnKeys.of(key, turn.turn().number()), turn);
        }
        for (int number : changed.forgotten()) {
            turns.delete(TurnKeys.of(key, number));
        }
        if (changed.conversation() == null) {
            conversations.delete(key);
            open.drop(key);
        } else {
            conversations.put(key, changed.conversation());
        }
        for (Event event : changed.told()) {
            tell(event, timestamp);
            if (event instanceof ConversationJudged judged && judged.cannotJudge() == null
                    && inTheShadow.size() < MOST_IN_THE_SHADOW) {
                shadowOf.apply(judged.tenant()).ifPresent(shadow -> inTheShadow
                        .addLast(new ShadowPass(conversation, shadow.number(), shadow.rules())));
            }
        }
        if (changed.conversation() != null && conversation.isWaiting()) {
            waiting.add(key);
        } else {
            waiting.remove(key);
        }
    }

    /** A little at a time, so that no turn waits: nobody waits for what is in the shadow. */
    private void lookIntoTheShadow(Instant now) {
        long until = System.nanoTime() + LONGEST_SHADOW_NANOS;
        while (!inTheShadow.isEmpty() && System.nanoTime() < until) {
            ShadowPass pass = inTheShadow.peekFirst();
            if (!pass.step()) {
                inTheShadow.removeFirst();
                send(pass.result(), now.toEpochMilli(), JudgingTopology.SHADOW_SINK);
            }
        }
    }

    private void send(Event event, long timestamp, String sink) {
        Headers headers = new RecordHeaders();
        CloudEvents.headers(event, "rules-service", Instant.ofEpochMilli(timestamp)).forEach(headers::add);
        context.forward(new Record<>(event.key().getBytes(StandardCharsets.UTF_8), EventJson.write(event), timestamp,
                headers), sink);
    }

    private void tell(Event event, long timestamp) {
        send(event, timestamp, JudgingTopology.OBSERVATIONS_SINK);
        if (event instanceof BehaviourObserved observed) {
            tally.observation(observed.tenant(), observed.rule(), observed.withdrawn());
        } else {
            tally.conversation(event.tenant());
        }
    }

    private void deadLetter(Record<byte[], byte[]> record, String tenant, String reason) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.add(CloudEvents.DEAD_LETTER_REASON, reason.getBytes(StandardCharsets.UTF_8));
        context.forward(record.withHeaders(headers), JudgingTopology.DEAD_LETTERS_SINK);
        tally.deadLetter(tenant);
        context.recordMetadata().ifPresent(where -> LOG.warnf("%s-%d@%d to the dead-letter topic: %s", where.topic(),
                where.partition(), where.offset(), reason));
    }

    private void tick(Instant now) {
        open.makeRoom();
        lookIntoTheShadow(now);
        long until = System.nanoTime() + LONGEST_TICK_NANOS;
        for (String key : List.copyOf(waiting)) {
            Conversation conversation = find(key);
            boolean more = conversation != null;
            while (more && System.nanoTime() < until) {
                more = goOn(conversation, now) && conversation.isWaiting();
            }
            if (conversation == null || !conversation.isWaiting()) {
                waiting.remove(key);
            }
            if (System.nanoTime() >= until) {
                // the rest has its turn first next time
                waiting.remove(key);
                if (conversation != null && conversation.isWaiting()) {
                    waiting.add(key);
                }
                return;
            }
        }
    }

    /** Where it failed, without its message, which may quote what somebody said. */
    private static String trace(RuntimeException failed) {
        return failed.getClass().getName() + Arrays.stream(failed.getStackTrace()).limit(20)
                .map(frame -> "\n\tat " + frame).collect(Collectors.joining());
    }

    /** @return whether something changed */
    private boolean goOn(Conversation conversation, Instant now) {
        Outcome outcome;
        try {
            outcome = judge.goOn(conversation, TURNS_A_STEP, now);
        } catch (RuntimeException failed) {
            open.drop(conversation.key());
            waiting.remove(conversation.key());
            LOG.errorf("%s cannot go on until it is heard of again: %s", conversation.key(), trace(failed));
            return false;
        }
        if (outcome instanceof Outcome.Changed changed) {
            carryOut(conversation, changed, now.toEpochMilli());
            if (changed.failure() != null) {
                LOG.warnf("%s: %s", conversation.key(), changed.failure());
            }
            return true;
        }
        return false;
    }

    private void sweep(Instant now) {
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, ConversationRecord> all = conversations.all()) {
            all.forEachRemaining(each -> {
                if (judge.isDue(each.value, now)) {
                    due.add(each.key);
                }
            });
        }
        for (String key : due) {
            goOn(find(key), now);
        }
    }
}
