package dev.rapport.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends the house. */
@Command(name = "down", mixinStandardHelpOptions = true, sortOptions = false, description = "Ends the local house. What it "
        + "remembers stays.", footer = {"",
                "Exit codes: 0 ended or was not running, 2 wrong call, 3 could not be ended."})
final class Down implements Callable<Integer> {

    private static final Duration ORDERLY = Duration.ofSeconds(45);

    @Mixin
    private HouseOptions options;

    @Option(names = "--wipe", description = "Remove everything the house remembers: conversations, messages, logs.")
    private boolean wipe;

    @Override
    public Integer call() throws InterruptedException {
        var folder = options.folder();
        if (folder.isTaken()) {
            end(folder);
            System.out.println("the house is down");
        } else {
            System.out.println("no house is running in " + folder.path());
        }
        if (wipe) {
            System.out.println(
                    folder.wipe() ? "removed what it remembered in " + folder.path() : "there was nothing to remove");
        }
        return Exit.DONE;
    }

    private static void end(HouseFolder folder) throws InterruptedException {
        var state = folder.state().orElseThrow(
                () -> new Failure(Exit.NO_HOUSE,
                        "A house is running in " + folder.path() + " but does not say how to end it"));
        // it holds the folder's lock, so the process id in house.json is still its own
        var launcher = ProcessHandle.of(state.launcher());
        launcher.ifPresent(ProcessHandle::destroy);
        if (!within(ORDERLY, () -> !folder.isTaken())) {
            launcher.ifPresent(ProcessHandle::destroyForcibly);
            if (!within(Duration.ofSeconds(20), () -> !folder.isTaken())) {
                throw new Failure(Exit.NO_HOUSE, "Process " + state.launcher() + " does not end");
            }
        }
    }

    private static boolean within(Duration limit, BooleanSupplier done) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }
}
