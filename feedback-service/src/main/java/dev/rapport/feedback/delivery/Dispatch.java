package dev.rapport.feedback.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

import dev.rapport.feedback.delivery.SealingKeys.CannotOpen;
import dev.rapport.feedback.delivery.wire.Outcome;
import dev.rapport.feedback.delivery.wire.Wire;

/** Sends what is due. No thread waits for a receiver, and no channel gets more than its share of what is open. */
final class Dispatch {

    /** Long enough to write down how an attempt ended, with a database that is slow to answer. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(45);

    /**
     * How much at once, and how long.
     *
     * @param open requests of this replica
     * @param openPerChannel requests to one channel, over all replicas
     * @param limit of one request
     */
    record Limits(int open, int openPerChannel, Duration limit) {
    }

    private final Deliveries deliveries;
    private final Writing writing;
    private final Wire wire;
    private final Limits limits;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Executor settling;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * @param chance 0 to 1, spreads repeats
     * @param settling where the database is written to after an attempt
     */
    Dispatch(Deliveries deliveries, Writing writing, Wire wire, Limits limits, Clock clock, DoubleSupplier chance,
            Executor settling) {
        this.deliveries = deliveries;
        this.writing = writing;
        this.wire = wire;
        this.limits = limits;
        this.clock = clock;
        this.chance = chance;
        this.settling = settling;
    }

    /**
     * Begins to send what is due and there is room for.
     *
     * @return one for each that was begun, done once it is written down how it ended
     */
    List<CompletableFuture<Void>> look() {
        int room = limits.open() - open.get();
        if (room <= 0) {
            return List.of();
        }
        List<Parcel> lent = deliveries.lend(clock.instant().truncatedTo(ChronoUnit.MICROS), room,
                limits.openPerChannel(), limits.limit().plus(AFTERWARDS));
        open.addAndGet(lent.size());
        return lent.stream().map(this::send).toList();
    }

    private CompletableFuture<Void> send(Parcel parcel) {
        return outcome(parcel).thenAcceptAsync(how -> deliveries.settle(parcel,
                Fate.after(how, parcel.kind(), parcel.attempts(), clock.instant().truncatedTo(ChronoUnit.MICROS),
                        chance.getAsDouble()),
                clock.instant().truncatedTo(ChronoUnit.MICROS)), settling)
                .whenComplete((done, failed) -> open.decrementAndGet()).toCompletableFuture();
    }

    private CompletionStage<Outcome> outcome(Parcel parcel) {
        try {
            return wire.send(writing.of(parcel, clock.instant()));
        } catch (CannotOpen lost) {
            return CompletableFuture.completedStage(new Outcome.Unanswered(
                    "address or secret cannot be read with the present key; send them again", false));
        }
    }
}
