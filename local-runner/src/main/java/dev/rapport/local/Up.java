package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rapport.local.HouseState.Phase;
import dev.rapport.parts.OwnSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the house. */
@Command(name = "up", mixinStandardHelpOptions = true, sortOptions = false, description = "Starts the local house and returns "
        + "when it is ready. It runs until ./rapport down.", footer = {"", "Exit codes: 0 ready, 2 wrong call, "
                + "3 could not be started."})
final class Up implements Callable<Integer> {

    @Mixin
    private HouseOptions options;

    @Option(names = "--foreground", description = "Stay in front; Ctrl-C ends the house.")
    private boolean foreground;

    @Override
    public Integer call() throws Exception {
        var folder = options.folder();
        if (folder.isTaken()) {
            return already(folder);
        }
        if (foreground) {
            return inFront(folder);
        }
        return behind(folder);
    }

    private static int already(HouseFolder folder) {
        var state = folder.state().filter(each -> each.phase() == Phase.READY)
                .orElseThrow(() -> new Failure(Exit.NO_HOUSE,
                        "A house in " + folder.path() + " is starting or stopping; ./rapport status shows it"));
        System.out.println("the house is already up");
        Addresses.print(state);
        return Exit.DONE;
    }

    private int inFront(HouseFolder folder) throws InterruptedException {
        var progress = Progress.onStandardError();
        try (var house = RunningHouse.start(Checkout.here(), options.rules(), folder, false, progress)) {
            Addresses.print(house.state());
            progress.line("Ctrl-C ends the house");
            house.stay();
        }
        return Exit.DONE;
    }

    private int behind(HouseFolder folder) throws InterruptedException {
        folder.create();
        var log = folder.log("house");
        HouseLog.beginNew(log);
        var keeper = launch(folder, log);
        var lines = new LineFollower(log);
        while (keeper.isAlive()) {
            lines.news().forEach(System.err::println);
            var state = folder.state();
            if (state.isPresent() && state.get().launcher() == keeper.pid() && state.get().phase() == Phase.READY) {
                lines.news().forEach(System.err::println);
                Addresses.print(state.get());
                return Exit.DONE;
            }
            Thread.sleep(100);
        }
        lines.news().forEach(System.err::println);
        throw new Failure(Exit.NO_HOUSE, "The house did not start; its logs are in " + folder.logs());
    }

    private Process launch(HouseFolder folder, Path log) {
        var command = new ArrayList<>(OwnSession.prefix().isEmpty() ? List.of("nohup") : OwnSession.prefix());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Drapport.home=" + Checkout.here().path(), "-cp",
                System.getProperty("java.class.path"), House.class.getName(), "keep", "--data",
                folder.path().toString(),
                "--rules", options.rules().toString()));
        try {
            var nothing = Redirect.from(Path.of("/dev/null").toFile());
            Files.writeString(log, "", java.nio.file.StandardOpenOption.CREATE);
            return new ProcessBuilder(command).redirectInput(nothing).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The house could not be started", e);
        }
    }
}
