package dev.rapport.rules.detection;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Carries lines to the detector conversation by conversation and hands on what it says in the order of the lines, with as
 * many conversations in work as there are processors and a few waiting: what it holds does not grow with the input.
 */
final class Conversations {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Few conversations take as long as each other; with so many waiting for a slow one, no processor idles. */
    private static final int WAITING_PER_THREAD = 8;

    /** Gives lines, one at a time; nothing at the end. */
    interface Source {
        Optional<Line> next() throws IOException;
    }

    /** Takes what was detected, in order. */
    interface Sink {
        void take(Detected detected) throws IOException;
    }

    private final Detector detector;
    private final int threads;
    private final LongAdder nanos = new LongAdder();
    private int mostOpen;

    Conversations(Detector detector, int threads) {
        this.detector = detector;
        this.threads = threads;
    }

    /** The most conversations that were held at once. */
    int mostOpen() {
        return mostOpen;
    }

    /** What all threads worked, in nanoseconds of a processor. */
    long worked() {
        return nanos.sum();
    }

    private Detected detected(List<Line> conversation) {
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            return detector.detect(conversation);
        } finally {
            nanos.add(THREADS.getCurrentThreadCpuTime() - began);
        }
    }

    void run(Source lines, Sink sink) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "detection");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<Detected>> inWork = new ArrayDeque<>();
            List<Line> open = new ArrayList<>();
            JsonNode id = null;
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode its = conversation(line.get());
                // a line that does not say where it belongs ends no conversation
                boolean isNext = its != null && id != null && !its.equals(id);
                if (isNext || open.size() == Detector.LONGEST) {
                    begin(open, workers, inWork, sink);
                    open = new ArrayList<>();
                }
                id = Objects.requireNonNullElse(its, id);
                open.add(line.get());
            }
            if (!open.isEmpty()) {
                begin(open, workers, inWork, sink);
            }
            while (!inWork.isEmpty()) {
                sink.take(result(inWork.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static JsonNode conversation(Line line) {
        return line instanceof Line.Spoken spoken
                ? spoken.said().conversation()
                : ((Line.Broken) line).conversation();
    }

    private void begin(List<Line> conversation, ExecutorService workers, Deque<Future<Detected>> inWork, Sink sink)
            throws IOException {
        while (!inWork.isEmpty() && (inWork.peek().isDone() || inWork.size() >= threads * WAITING_PER_THREAD)) {
            sink.take(result(inWork.remove()));
        }
        inWork.add(workers.submit(() -> detected(conversation)));
        mostOpen = Math.max(mostOpen, inWork.size());
    }

    private static Detected result(Future<Detected> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }
}
