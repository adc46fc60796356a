package dev.rapport.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.rapport.local.sample.Cast;
import dev.rapport.local.sample.Figures;
import dev.rapport.local.sample.Habit;
import dev.rapport.local.sample.Heard;
import dev.rapport.local.sample.Learner;
import dev.rapport.local.sample.Material;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the sample tenant. */
@Command(name = "sample", mixinStandardHelpOptions = true, sortOptions = false, description = "Plays months of invented "
        + "learners through a house of its own, in the time of the past, prints what came of it and where the pages are, "
        + "and stays until Ctrl-C.", footer = {"",
                "Exit codes: 0 played, 1 the folder holds a house already, 2 wrong call, "
                        + "3 no house, 4 a message did not come in time."})
final class PlaySample implements Callable<Integer> {

    private static final int MOST_WEEKS = 52;
    /** Below this chance a habit counts as left. */
    private static final double LEFT = 0.2;
    private static final int SHOWN_MESSAGES = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HouseOptions options;

    @Option(names = "--learners", paramLabel = "N", defaultValue = "40", description = "How many people; default: 40.")
    private int people;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "26", description = "How many weeks up to the last one; "
            + "default: 26.")
    private int weeks;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another number, other people and talks; "
            + "default: 1.")
    private long seed;

    @Option(names = "--exit", description = "End the house when everything is printed. ./rapport up --data shows it again.")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        var material = material();
        if (people < 1 || people > material.mostLearners()) {
            throw wrong("--learners must be 1 to " + material.mostLearners());
        }
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw wrong("--weeks must be 1 to " + MOST_WEEKS);
        }
        var folder = options.sampleFolder();
        if (folder.state().isPresent()) {
            throw new Failure(Exit.REFUSED, folder.path() + " holds a house already, and the past is played once:\n"
                    + "  ./rapport up --data " + folder.path() + " shows what is there,\n"
                    + "  ./rapport down --wipe --data " + folder.path() + " makes room");
        }
        var progress = Progress.onStandardError();
        var end = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var time = folder.told();
        try (var house = RunningHouse.start(Checkout.here(), options.rules(), folder, true, Optional.of(time.file()),
                progress)) {
            var ports = house.state().ports();
            var client = new HouseClient(ports);
            var cast = new Cast(material, seed, people);
            List<Heard> heard;
            try (time) {
                heard = new SamplePlay(client, ports, time, cast, progress).play(end.minusWeeks(weeks), weeks, end);
            }
            progress.erase();
            print(System.out, cast, heard, client, ports);
            System.out.flush();
            if (!exit) {
                progress.line("Ctrl-C ends the house; ./rapport up --data " + folder.path() + " shows it again");
                Thread.currentThread().join();
            }
            return Exit.DONE;
        }
    }

    private static Material material() {
        try {
            return Material.in(Checkout.here().samples().resolve("tenant"));
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Cannot read the sample: " + e.getMessage(), e);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static void print(PrintStream out, Cast cast, List<Heard> heard, HouseClient client, Ports ports) {
        var figures = new Figures(heard);
        var week = figures.messagesAWeek();
        line(out, "%d learners, %d talks, %d messages with a point", cast.learners().size(), heard.size(),
                heard.stream().filter(Heard::coached).count());
        line(out, "messages a learner a week       median %.1f, max %d; within any seven days at most %d",
                week.median(),
                week.most(), figures.mostInSevenDays());
        line(out, "share of talks with a message   %.0f %%", 100 * figures.shareWithMessage());
        line(out, "repeats before a rest           %d", figures.repeatsBeforeRest());
        line(out, "same wording twice running      %d", figures.sameWordingRunning());
        line(out, "messages a month on one strength that is kept up, from when it was first named: %s",
                numbers(figures.strengthsFade()));
        var byId = cast.learners().stream().collect(Collectors.toMap(Learner::id, learner -> learner));
        line(out, "messages a month on one habit that was left, from when it was first named:      %s",
                numbers(figures.habitsFade((learner, habit) -> byId.get(learner).chance(habit) < LEFT)));
        out.println();
        out.println("points to try");
        var points = figures.growthPoints();
        var all = points.values().stream().mapToLong(Long::longValue).sum();
        points.forEach((rule, times) -> line(out, "  %s  %4d  %3.0f %%", rule, times, 100.0 * times / all));
        out.println();
        out.println("what was written to be seen     meant   seen   seen though not meant");
        for (var habit : Habit.values()) {
            var hits = figures.hits(habit);
            line(out, "  %s  %-33s %5d  %3.0f %%   %3.0f %%", habit.rule(), habit.words(), hits.meant(),
                    100 * hits.seen(), 100 * hits.seenUnmeant());
        }
        experiment(out, cast, client, ports);
        messages(out, figures, mostCoached(heard));
        pages(out, cast, client, ports, mostCoached(heard));
    }

    private static void experiment(PrintStream out, Cast cast, HouseClient client, Ports ports) {
        var result = client.get(ports.feedbackUrl() + "/team").body().path("experiment");
        out.println();
        line(out,
                "experiment: %d %% of pairs left out; changes in points, estimated with the 95 %% interval, and the truth",
                result.path("share").asInt());
        result.path("changes").forEach(change -> line(out,
                "  %s  with %+d, without %+d, effect %+d (%+d to %+d) from %d and %d people%s",
                change.path("rule").asText(), change.path("with").asInt(), change.path("without").asInt(),
                change.path("difference").asInt(), change.path("low").asInt(), change.path("high").asInt(),
                change.path("people").asInt(), change.path("leftOut").asInt(),
                Habit.seenBy(change.path("rule").asText()).map(habit -> truth(cast, habit)).orElse("")));
        if (result.path("changes").isEmpty()) {
            line(out, "  too early to say: it takes %d pairs of either kind; 200 learners have them",
                    result.path("leastPairs").asInt());
        }
    }

    private static String truth(Cast cast, Habit habit) {
        var gained = cast.learners().stream().map(learner -> learner.gained(habit)).filter(each -> each.isPresent())
                .mapToDouble(each -> each.getAsDouble()).average();
        return gained.isPresent()
                ? String.format(Locale.ROOT, "; true %+.0f", 100 * gained.getAsDouble())
                : "";
    }

    private static String mostCoached(List<Heard> heard) {
        return heard.stream().filter(Heard::coached)
                .collect(Collectors.groupingBy(Heard::learner, TreeMap::new, Collectors.counting())).entrySet()
                .stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(heard.get(0).learner());
    }

    private static void messages(PrintStream out, Figures figures, String learner) {
        out.println();
        line(out, "the first %d messages of %s", SHOWN_MESSAGES, learner);
        for (var heard : figures.first(learner, SHOWN_MESSAGES)) {
            out.println();
            out.println(LocalDate.ofInstant(heard.at(), ZoneOffset.UTC));
            out.println(heard.text().stripTrailing());
        }
    }

    private static void pages(PrintStream out, Cast cast, HouseClient client, Ports ports, String learner) {
        out.println();
        line(out, "messages of %s  %s", learner, client.page(learner));
        line(out, "their trend  %s/trend", client.page(learner));
        cast.learners().stream().map(Learner::team).distinct().sorted()
                .forEach(team -> line(out, "team %s  %s/team?team=%s", team, ports.feedbackUrl(), team));
    }

    private static String numbers(List<Double> each) {
        return each.stream().map(number -> String.format(Locale.ROOT, "%.2f", number))
                .collect(Collectors.joining(", "));
    }

    private static void line(PrintStream out, String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
    }
}
