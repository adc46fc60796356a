package dev.rapport.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.rapport.local.HouseState.Phase;

/** The house that a verb uses: the one that runs, or one that was started for this call and ends with it. */
record AnyHouse(Ports ports, Path rules, Optional<RunningHouse> own) implements AutoCloseable {

    private static final Duration STARTING_LIMIT = Duration.ofSeconds(120);

    static AnyHouse of(HouseOptions options, Progress progress) {
        var folder = options.folder();
        var end = System.nanoTime() + STARTING_LIMIT.toNanos();
        while (folder.isTaken()) {
            var state = folder.state();
            // a house of somebody's single call is about to go: wait for its end and start one's own
            if (state.isPresent() && state.get().phase() == Phase.READY && !state.get().passing()) {
                return new AnyHouse(state.get().ports(), Path.of(state.get().rules()), Optional.empty());
            }
            if (System.nanoTime() > end) {
                throw new Failure(Exit.NO_HOUSE,
                        "The house in " + folder.path() + " does not get ready; ./rapport down "
                                + "ends it, its logs are in " + folder.logs());
            }
            progress.waiting("waiting for the house in " + folder.path());
            pause();
        }
        var house = RunningHouse.start(Checkout.here(), options.rules(), folder, true, progress);
        return new AnyHouse(house.state().ports(), options.rules(), Optional.of(house));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.NO_HOUSE, "Interrupted", e);
        }
    }

    @Override
    public void close() {
        own.ifPresent(RunningHouse::close);
    }
}
