package dev.rapport.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;

import dev.rapport.local.Coaching.Taken;
import dev.rapport.local.Samples.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the sample conversations. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false, description = "Plays the sample conversations "
        + "through the house, prints the messages and where their pages are, and stays until Ctrl-C.", footer = {"",
                "Exit codes: 0 all messages were printed, 2 wrong call, 3 no house, 4 a message did not come in time."})
final class Demo implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Mixin
    private HouseOptions options;

    @Option(names = "--exit", description = "End when the messages are printed, and the house with it if it was not up before.")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        var progress = Progress.onStandardError();
        try (var house = AnyHouse.of(options, progress)) {
            var client = new HouseClient(house.ports());
            var coaching = new Coaching(client, house.rules(), progress);
            var taken = new LinkedHashMap<Sample, Taken>();
            for (var sample : Samples.in(Checkout.here().samples()).samples()) {
                var file = Checkout.here().samples().resolve(sample.file());
                taken.put(sample, coaching.take(new Talk(file, sample.learner(), sample.kind(), sample.stage())));
            }
            var learners = new LinkedHashSet<String>();
            for (var each : taken.entrySet()) {
                var message = coaching.awaitMessage(each.getValue(), LIMIT);
                print(each.getKey(), message.path("text").asText(),
                        client.page(each.getValue().learner(), message.path("id").asText()));
                learners.add(each.getValue().learner());
            }
            System.out.println("All messages of a learner"
                    + (exit && house.own().isPresent() ? ", while the house is up (./rapport up):" : ":"));
            learners.forEach(learner -> System.out.println("  " + client.page(learner)));
            if (!exit) {
                System.out.flush();
                progress.line(
                        house.own().isPresent() ? "Ctrl-C ends the house" : "Ctrl-C ends the demo, the house stays up");
                Thread.currentThread().join();
            }
            return Exit.DONE;
        }
    }

    private static void print(Sample sample, String text, String page) {
        var title = sample.description() + " (" + sample.file() + ", " + sample.learner() + ")";
        System.out.println(title);
        System.out.println("-".repeat(Math.min(title.length(), 100)));
        System.out.println(text.stripTrailing());
        System.out.println("page: " + page);
        System.out.println();
        System.out.flush();
    }
}
