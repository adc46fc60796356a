package dev.rapport.feedback.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;

import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LearnerStreamTest {

    private static final Instant OPENED = Instant.parse("2026-03-02T10:00:00Z");

    private final SlowReader reader = new SlowReader();
    private final LearnerStream stream = new LearnerStream("local", "lena", OPENED,
            URI.create("https://rapport.example"),
            reader, new SseImpl());

    @Test
    void aHeartbeatRightBehindAMessageLeavesTheStreamOpen() {
        stream.greet();
        stream.offer(message("m-1"));
        stream.beat();
        stream.offer(message("m-2"));

        assertThat(stream.isClosed()).isFalse();
        assertThat(reader.told()).containsExactly("m-1", "m-2");
    }

    @Test
    void aStreamWhoseReaderDidNotTakeTheHeartbeatBeforeIsClosed() {
        stream.offer(message("m-1"));
        stream.beat();
        assertThat(stream.isClosed()).isFalse();

        stream.beat();

        assertThat(stream.isClosed()).isTrue();
        stream.offer(message("m-2"));
        assertThat(reader.told()).containsExactly("m-1");
    }

    @Test
    void aReaderWhoTakesWhatComesIsKeptForAnyNumberOfHeartbeats() {
        for (int i = 1; i <= 5; i++) {
            stream.offer(message("m-" + i));
            reader.take();
            stream.beat();
        }

        assertThat(stream.isClosed()).isFalse();
        assertThat(reader.told()).containsExactly("m-1", "m-2", "m-3", "m-4", "m-5");
    }

    @Test
    void aMessageOfAnotherOrOfBeforeOrToldAlreadyIsNotTold() {
        stream.offer(new NewMessage("m-tenant", "other", "lena", OPENED));
        stream.offer(new NewMessage("m-learner", "local", "mara", OPENED));
        stream.offer(new NewMessage("m-before", "local", "lena", OPENED.minusMillis(1)));
        stream.offer(message("m-1"));
        stream.offer(message("m-1"));

        assertThat(reader.told()).containsExactly("m-1");
    }

    private static NewMessage message(String id) {
        return new NewMessage(id, "local", "lena", OPENED.plusSeconds(1));
    }

    /** Somebody to whom everything is under way until they take it. */
    private static final class SlowReader implements SseEventSink {

        private final List<OutboundSseEvent> sent = new ArrayList<>();
        private final List<CompletableFuture<Object>> underWay = new ArrayList<>();
        private boolean closed;

        List<String> told() {
            return sent.stream().map(OutboundSseEvent::getId).filter(id -> id != null).toList();
        }

        void take() {
            underWay.forEach(each -> each.complete(null));
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event);
            CompletableFuture<Object> taken = new CompletableFuture<>();
            underWay.add(taken);
            return taken;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
