package dev.rapport.local;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code up} leaves running in the background. */
@Command(name = "keep", hidden = true)
final class Keep implements Callable<Integer> {

    @Mixin
    private HouseOptions options;

    @Override
    public Integer call() throws InterruptedException {
        var progress = new Progress(System.err, false);
        try (var house = RunningHouse.start(Checkout.here(), options.rules(), options.folder(), false, progress)) {
            house.stay();
        }
        return Exit.DONE;
    }
}
