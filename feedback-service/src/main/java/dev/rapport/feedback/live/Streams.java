package dev.rapport.feedback.live;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** The learners who listen at this replica. */
@ApplicationScoped
class Streams {

    private record Listener(String tenant, String learner) {
    }

    /** One connection. What it has said it does not say again. */
    private static final class Stream {

        private final MultiEmitter<? super Nudge> out;
        private String said;

        Stream(MultiEmitter<? super Nudge> out, String said) {
            this.out = out;
            this.said = said;
        }

        synchronized void say(Nudge nudge) {
            if (!nudge.id().equals(said)) {
                said = nudge.id();
                out.emit(nudge);
            }
        }
    }

    private final Map<Listener, Set<Stream>> open = new ConcurrentHashMap<>();

    Streams(MeterRegistry metrics) {
        metrics.gauge("rapport.live.streams", this, Streams::count);
    }

    /**
     * A stream that ends with its subscription, and leaves nothing behind.
     *
     * @param said id of the last nudge the client has; null if it has none
     */
    Multi<Nudge> listen(String tenant, String learner, String said) {
        Listener listener = new Listener(tenant, learner);
        return Multi.createFrom().emitter(out -> {
            Stream stream = new Stream(out, said);
            open.merge(listener, Set.of(stream), Streams::both);
            out.onTermination(() -> open.computeIfPresent(listener, (key, streams) -> without(streams, stream)));
        });
    }

    boolean isListening(String tenant, String learner) {
        return open.containsKey(new Listener(tenant, learner));
    }

    /** Says it on every stream of the learner that has not said it yet. */
    void say(String tenant, String learner, Nudge nudge) {
        open.getOrDefault(new Listener(tenant, learner), Set.of()).forEach(stream -> stream.say(nudge));
    }

    int count() {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    void end(@Observes ShutdownEvent stopping) {
        open.values().stream().flatMap(Set::stream).toList().forEach(stream -> stream.out.complete());
    }

    private static Set<Stream> both(Set<Stream> some, Set<Stream> more) {
        Set<Stream> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    /** @return null for none, which leaves no entry */
    private static Set<Stream> without(Set<Stream> streams, Stream gone) {
        Set<Stream> left = new HashSet<>(streams);
        left.remove(gone);
        return left.isEmpty() ? null : Set.copyOf(left);
    }
}
