package dev.rapport.rules.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.rulebook.Rulebook;

/**
 * Runs a draft against the rulebook in force over past conversations. The same talks and rulebooks give the same answer,
 * on however many threads: talks are judged side by side and compared one after the other.
 */
public final class Replay {

    /** So many batches are read ahead for each thread: enough that none waits, few enough to hold in memory. */
    private static final int AHEAD = 2;

    private final Rulebook live;
    private final Rulebook draft;
    private final TwoJudges judges;
    private final int threads;

    /**
     * @param threads that judge, at least 1
     */
    public Replay(Rulebook live, Rulebook draft, int threads) {
        this.live = live;
        this.draft = draft;
        this.threads = threads;
        this.judges = new TwoJudges(live, draft);
    }

    /**
     * Takes as long as it takes.
     *
     * @param batches of talks, those of a learner together and in the order of time; each is read by a thread that judges
     * @param stopped codes of the rules that a learner wants to hear no more of
     * @param changes is told of each talk whose message changes, in the order of the talks, by the calling thread
     * @param goOn is told after each batch how many talks are done, by the calling thread; false ends the replay
     * @return what was found; empty if it was ended before
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Optional<Summary> run(Iterator<? extends Supplier<List<PastTalk>>> batches,
            Function<String, Set<String>> stopped, Consumer<Change> changes, LongPredicate goOn)
            throws InterruptedException {
        Comparison comparison = new Comparison(live, draft, stopped);
        AtomicInteger number = new AtomicInteger();
        ExecutorService judging = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "replay-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<List<Replayed>>> ahead = new ArrayDeque<>();
            long done = 0;
            while (true) {
                while (ahead.size() < threads * AHEAD && batches.hasNext()) {
                    Supplier<List<PastTalk>> batch = batches.next();
                    ahead.add(judging.submit(() -> batch.get().stream().map(judges::judge).toList()));
                }
                if (ahead.isEmpty()) {
                    return Optional.of(comparison.summary());
                }
                List<Replayed> judged = result(ahead.remove());
                judged.forEach(each -> comparison.compare(each).ifPresent(changes));
                done += judged.size();
                if (!goOn.test(done)) {
                    return Optional.empty();
                }
            }
        } finally {
            judging.shutdownNow();
        }
    }

    private static List<Replayed> result(Future<List<Replayed>> judged) throws InterruptedException {
        try {
            return judged.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
