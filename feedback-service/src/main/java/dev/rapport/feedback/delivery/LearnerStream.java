package dev.rapport.feedback.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** One open stream: each message is told once, whoever comes with it and however often. */
final class LearnerStream {

    /** How long a browser waits before it comes again. */
    private static final long RECONNECT_MILLIS = 5_000;

    /**
     * What a stream says of a message.
     *
     * @param link where its learner reads it
     */
    record Told(String message, Instant composedAt, URI link) {
    }

    private final String tenant;
    private final String learner;
    private final Instant from;
    private final URI pages;
    private final SseEventSink sink;
    private final Sse sse;
    private final Set<String> told = new HashSet<>();
    private CompletionStage<?> lastBeat = CompletableFuture.completedFuture(null);

    /** @param from what was composed before is told only by {@link #tell} */
    LearnerStream(String tenant, String learner, Instant from, URI pages, SseEventSink sink, Sse sse) {
        this.tenant = tenant;
        this.learner = learner;
        this.from = from;
        this.pages = pages;
        this.sink = sink;
        this.sse = sse;
    }

    String tenant() {
        return tenant;
    }

    String learner() {
        return learner;
    }

    boolean isClosed() {
        return sink.isClosed();
    }

    void close() {
        sink.close();
    }

    /** Tells of a message if it is this learner's, new, and was not told before. */
    void offer(NewMessage message) {
        if (message.tenant().equals(tenant) && message.learner().equals(learner)
                && !message.composedAt().isBefore(from)) {
            tell(message);
        }
    }

    synchronized void tell(NewMessage message) {
        if (told.add(message.id())) {
            URI link = URI.create(pages + "/learners/" + learner + "/messages/" + message.id());
            send(sse.newEventBuilder().id(message.id()).name("message").mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .reconnectDelay(RECONNECT_MILLIS)
                    .data(Told.class, new Told(message.id(), message.composedAt(), link)).build());
        }
    }

    /** Tells the client that the stream is open, before there is a message. */
    synchronized void greet() {
        send(stillHere());
    }

    /**
     * Keeps proxies from closing a stream on which nothing happens. One whose reader has not taken the beat before is closed:
     * what it is sent would pile up here, and it comes back by itself. What was sent since that beat may still be under way.
     */
    synchronized void beat() {
        if (!lastBeat.toCompletableFuture().isDone()) {
            close();
            return;
        }
        lastBeat = send(stillHere());
    }

    private OutboundSseEvent stillHere() {
        return sse.newEventBuilder().comment("still here").build();
    }

    private CompletionStage<?> send(OutboundSseEvent event) {
        return sink.isClosed() ? CompletableFuture.completedFuture(null) : sink.send(event);
    }
}
