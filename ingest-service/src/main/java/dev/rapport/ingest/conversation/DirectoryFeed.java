package dev.rapport.ingest.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;
import dev.rapport.events.Topics;
import dev.rapport.ingest.broker.Broker;
import dev.rapport.ingest.broker.BrokerAway;
import dev.rapport.ingest.broker.BrokerConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Reads the compacted topic into the {@link Directory}, all of it, in one thread of its own, from start to end of this
 * process. Without a broker it waits for one.
 */
@ApplicationScoped
class DirectoryFeed implements Runnable {

    private static final Logger LOG = Logger.getLogger(DirectoryFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Broker broker;
    private final BrokerConfig config;
    private final Directory directory = new Directory();
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this, "conversations-reader");
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile boolean readOnce;
    private volatile long heardAt;
    /** So that one absence of the broker is one line in the log. */
    private boolean toldAway;

    @Inject
    DirectoryFeed(Broker broker, BrokerConfig config) {
        this.broker = broker;
        this.config = config;
    }

    Directory directory() {
        return directory;
    }

    /** Whether the directory has been read to its end once and the broker still answers. */
    boolean isCurrent() {
        return readOnce && System.nanoTime() - heardAt < config.silence().toNanos();
    }

    /**
     * Waits until everything that was on the topic when it was called is in the directory.
     *
     * @throws BrokerAway if the broker does not answer
     */
    void catchUp() {
        CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        waiting.add(caughtUp);
        try {
            caughtUp.get(config.hello().toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            waiting.remove(caughtUp);
            throw new BrokerAway("the conversations cannot be read", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("stopped while reading the conversations", stopping);
        }
    }

    void start(@Observes StartupEvent starting) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        stop.countDown();
        // not by an interrupt, which would keep the client from closing in order
        thread.join(config.hello().toMillis());
    }

    @Override
    public void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> reader = broker.reader()) {
                read(reader);
            } catch (KafkaException | IllegalStateException away) {
                failWaiting(away);
                if (!toldAway && !stopped) {
                    LOG.warnf("The topic %s cannot be read, trying again each second: %s", Topics.CONVERSATIONS,
                            away.getMessage());
                    toldAway = true;
                }
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> reader) {
        List<TopicPartition> partitions = reader.partitionsFor(Topics.CONVERSATIONS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no such topic");
        }
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        long probedAt = System.nanoTime() - PROBE_NANOS;
        while (!stopped) {
            if (!waiting.isEmpty() || System.nanoTime() - probedAt >= PROBE_NANOS) {
                readToEnd(reader, partitions);
                probedAt = System.nanoTime();
            } else {
                reader.poll(POLL).forEach(this::take);
            }
        }
    }

    private void readToEnd(Consumer<String, byte[]> reader, List<TopicPartition> partitions) {
        List<CompletableFuture<Void>> served = new ArrayList<>();
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            served.add(next);
        }
        try {
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (!stopped && !isAt(reader, ends)) {
                reader.poll(POLL).forEach(this::take);
            }
        } catch (KafkaException away) {
            served.forEach(request -> request.completeExceptionally(away));
            throw away;
        }
        heardAt = System.nanoTime();
        toldAway = false;
        if (!readOnce && !stopped) {
            readOnce = true;
            LOG.infof("Knows %d conversations", directory.size());
        }
        served.forEach(request -> request.complete(null));
    }

    private static boolean isAt(Consumer<String, byte[]> reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            directory.forget(record.key(), record.offset());
            return;
        }
        Optional<EventType> type = Optional.ofNullable(header(record, CloudEvents.TYPE)).flatMap(EventType::of);
        if (type.isEmpty()) {
            return;
        }
        try {
            String upload = header(record, Conversations.UPLOAD);
            switch (type.get()) {
                case CONVERSATION_OPENED -> directory.heard(record.key(),
                        new Known.Open(EventJson.read(record.value(), ConversationOpened.class), upload),
                        record.offset());
                case CONVERSATION_CLOSED -> {
                    EventJson.read(record.value(), ConversationClosed.class);
                    directory.heard(record.key(), new Known.Closed(upload), record.offset());
                }
                default -> {
                    // not for this topic; whoever put it there is told nothing by refusing it
                }
            }
        } catch (EventJson.UnreadableEvent unreadable) {
            // kept where it is rather than in a dead-letter topic: each replica reads it again at each start
            LOG.warnf("Left out %s-%d offset %d: %s", record.topic(), record.partition(), record.offset(),
                    unreadable.getMessage());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void failWaiting(Exception away) {
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.completeExceptionally(away);
        }
    }

    private void pause() {
        try {
            stop.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
