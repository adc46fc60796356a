package dev.rapport.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Keeps one part going: starts it, and starts it again when it ends without having been asked to. */
final class Keeper implements AutoCloseable {

    private final Part part;
    private final Progress progress;
    private final BiConsumer<String, OptionalLong> changed;
    private final Clock clock;
    private final Patience patience = new Patience();
    private final ScheduledExecutorService hand;

    // written by the hand and by close, under the lock of this
    private Part.Running running;
    private boolean closing;
    private Instant startedAt;

    /**
     * @param changed
     *        told the part's name and its process id whenever that changes; empty when it has ended
     */
    Keeper(Part part, Progress progress, BiConsumer<String, OptionalLong> changed, Clock clock) {
        this.part = part;
        this.progress = progress;
        this.changed = changed;
        this.clock = clock;
        this.hand = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "keeper-" + part.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts the part for the first time and returns once it does its work; a part that cannot start is not tried again. */
    void start() {
        var began = clock.instant();
        var up = part.start();
        if (adopt(up)) {
            progress.line("  " + part.name() + " ready" + after(began));
        }
    }

    Part part() {
        return part;
    }

    private synchronized boolean adopt(Part.Running up) {
        if (closing) {
            up.stop();
            return false;
        }
        running = up;
        startedAt = clock.instant();
        changed.accept(part.name(), OptionalLong.of(up.process().pid()));
        up.process().onExit().thenRun(this::ended);
        return true;
    }

    private synchronized void ended() {
        if (closing) {
            return;
        }
        var over = running;
        running = null;
        changed.accept(part.name(), OptionalLong.empty());
        var wait = patience.afterRun(startedAt, clock.instant());
        progress.line("  " + part.name() + " ended unasked; starting it again"
                + (wait.isZero() ? "" : " in " + wait.toSeconds() + " s") + " (" + part.log() + ")");
        hand.schedule(() -> {
            over.stop();
            startAgain();
        }, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startAgain() {
        var began = clock.instant();
        try {
            if (adopt(part.start())) {
                progress.line("  " + part.name() + " is back" + after(began));
            }
        } catch (RuntimeException e) {
            notThisTime(began, e);
        }
    }

    private synchronized void notThisTime(Instant began, RuntimeException e) {
        if (!closing) {
            var wait = patience.afterRun(began, began);
            progress.line("  " + part.name() + " did not start: " + e.getMessage() + "; next try in " + wait.toSeconds()
                    + " s");
            hand.schedule(this::startAgain, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private String after(Instant began) {
        return String.format(Locale.ROOT, " (%.1f s)", Duration.between(began, clock.instant()).toMillis() / 1000.0);
    }

    @Override
    public void close() {
        Part.Running last;
        synchronized (this) {
            closing = true;
            last = running;
            running = null;
        }
        // a start that is under way ends what it started by itself, see adopt
        hand.shutdownNow();
        if (last != null) {
            last.stop();
        }
    }
}
