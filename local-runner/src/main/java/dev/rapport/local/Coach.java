package dev.rapport.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Coaches one transcript. */
@Command(name = "coach", mixinStandardHelpOptions = true, sortOptions = false, description = "Reads a transcript and prints "
        + "the coaching message for one of its speakers. Uses the running house, or starts one for this call.", footer = {
                "",
                "Exit codes: 0 a message was printed, 1 the transcript was refused (no such file, empty, unreadable, no "
                        + "consent),",
                "2 wrong call, or the learner is not among the speakers (they are listed), 3 no house, 4 no message in "
                        + "time."})
final class Coach implements Callable<Integer> {

    enum Consent {
        yes, no
    }

    @Mixin
    private HouseOptions options;

    @Parameters(paramLabel = "FILE", description = "A transcript: WebVTT, SRT, Zoom, Teams, Otter, Meet, CSV, JSON lines, "
            + "\"Name: words\" and others.")
    private Path file;

    @Option(names = "--learner", paramLabel = "NAME", description = "Who is coached, as the transcript names them.")
    private String learner;

    @Option(names = "--kind", paramLabel = "KIND", description = "The kind of conversation, e.g. sales-discovery, support.")
    private String kind;

    @Option(names = "--stage", paramLabel = "STAGE", description = "The stage of the relationship: first-contact, building or established.")
    private String stage;

    @Option(names = "--json", description = "Print the full message with its evidence.")
    private boolean json;

    @Option(names = "--consent", paramLabel = "yes|no", defaultValue = "yes", description = "Whether everybody in this talk "
            + "agreed to coaching; default: yes.")
    private Consent consent;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "60", description = "How long to wait for the message; "
            + "default: 60.")
    private int wait;

    @Override
    public Integer call() {
        var progress = Progress.onStandardError();
        var talk = new Talk(file, learner, kind, stage);
        if (consent == Consent.no) {
            throw new Failure(Exit.REFUSED,
                    "Without consent of everybody in this talk there is no coaching; nothing was read or kept");
        }
        progress.line("consent: you confirm that everybody in this talk agreed to coaching");
        try (var house = AnyHouse.of(options, progress)) {
            var client = new HouseClient(house.ports());
            var coaching = new Coaching(client, house.rules(), progress);
            var taken = coaching.take(talk);
            var message = coaching.awaitMessage(taken, Duration.ofSeconds(wait));
            System.out.println(json ? message.toPrettyString() : message.path("text").asText().stripTrailing());
            System.out.flush();
            if (house.own().isEmpty()) {
                progress.line("page: " + client.page(taken.learner(), message.path("id").asText()));
            }
            return Exit.DONE;
        } catch (Coaching.WhichLearner e) {
            progress.erase();
            progress.line("rapport: " + e.getMessage());
            e.speakers().forEach(each -> System.out.println("- " + each.name() + " (" + each.turns() + " turns)"));
            return Exit.USAGE;
        }
    }
}
