package dev.rapport.local;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rapport.local.HouseState.Phase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how the house is. */
@Command(name = "status", mixinStandardHelpOptions = true, sortOptions = false, description = "Says whether the local house is "
        + "up, where its parts listen, and which rules are in force.", footer = {"", "Exit codes: 0 all of it works, "
                + "2 wrong call, 3 it is down or a part of it does not work."})
final class Status implements Callable<Integer> {

    @Mixin
    private HouseOptions options;

    @Override
    public Integer call() {
        var folder = options.folder();
        var state = folder.state();
        if (!folder.isTaken() || state.isEmpty()) {
            System.out.println("down (" + folder.path() + ")");
            return Exit.NO_HOUSE;
        }
        System.out.println(state.get().phase().name().toLowerCase(Locale.ROOT) + " (" + folder.path() + ", launcher "
                + state.get().launcher() + ")");
        var good = parts(state.get());
        if (state.get().phase() == Phase.READY && good) {
            rules(state.get());
            return Exit.DONE;
        }
        System.out.println("  logs: " + folder.logs());
        return Exit.NO_HOUSE;
    }

    private static boolean parts(HouseState state) {
        var ports = state.ports();
        var good = true;
        good &= part(state.pids(), "broker", ports.broker(), true);
        good &= part(state.pids(), "database", ports.database(), true);
        good &= part(state.pids(), "ingest-service", ports.ingest(),
                ServicePart.isReady(ports.ingestUrl(), state.id()));
        good &= part(state.pids(), "rules-service", ports.rules(), ServicePart.isReady(ports.rulesUrl(), state.id()));
        good &= part(state.pids(), "feedback-service", ports.feedback(),
                ServicePart.isReady(ports.feedbackUrl(), state.id()));
        return good;
    }

    private static boolean part(Map<String, Long> pids, String name, int port, boolean ready) {
        var pid = pids.get(name);
        var word = pid == null ? "not running" : ready ? "ready" : "not ready";
        System.out.printf(Locale.ROOT, "  %-17s %-12s 127.0.0.1:%-6d%s%n", name, word, port,
                pid == null ? "" : "process " + pid);
        return pid != null && ready;
    }

    private static void rules(HouseState state) {
        var rulebook = new HouseClient(state.ports()).rulebook();
        System.out.println("  rules             " + rulebook.path("rules").asInt() + " in force, version "
                + rulebook.path("version").asText() + ", from " + state.rules());
        var errors = rulebook.path("refused").path("errors");
        if (!errors.isEmpty()) {
            System.out.println("  the folder of rules has " + errors.size()
                    + " fault(s) and is not in force: ./rapport rules check");
        }
    }
}
