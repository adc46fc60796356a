package dev.rapport.local.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be counted when the sample has been played. */
public final class Figures {

    /** A point to try comes up at most once in so many talks; rule 11 of coaching. */
    private static final int COOL_DOWN = 5;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int DAYS_A_MONTH = 30;
    private static final int MONTHS = 6;
    /** In so large a share of talks is a strength shown by somebody who has it. */
    private static final double MASTERED = 0.75;

    private final Map<String, List<Heard>> byLearner;
    private final List<Heard> all;

    /** @param all of everybody, in any order */
    public Figures(Collection<Heard> all) {
        this.all = List.copyOf(all);
        this.byLearner = all.stream().sorted(Comparator.comparing(Heard::at))
                .collect(Collectors.groupingBy(Heard::learner, TreeMap::new, Collectors.toList()));
    }

    /** A distribution of counts. */
    public record Count(double median, int most) {

        static Count of(Collection<Integer> counts) {
            var sorted = counts.stream().sorted().toList();
            int n = sorted.size();
            return n == 0
                    ? new Count(0, 0)
                    : new Count((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0, sorted.get(n - 1));
        }
    }

    /** Messages with a point of a learner in each calendar week in which they had a talk. */
    public Count messagesAWeek() {
        return Count.of(byLearner.values().stream()
                .flatMap(own -> own.stream().collect(Collectors.groupingBy(Figures::week)).values().stream())
                .map(week -> (int) week.stream().filter(Heard::coached).count()).toList());
    }

    /** The most messages with a point that a learner had within any seven days. */
    public int mostInSevenDays() {
        return byLearner.values().stream().flatMap(own -> own.stream().filter(Heard::coached)
                .map(last -> (int) own.stream().filter(Heard::coached)
                        .filter(h -> !h.at().isAfter(last.at()) && h.at().plus(WEEK).isAfter(last.at())).count()))
                .max(Comparator.naturalOrder()).orElse(0);
    }

    /** Of all talks, 0 to 1. */
    public double shareWithMessage() {
        return share(all, Heard::coached);
    }

    /** Points to try that came again before they had rested, though they were nobody's goal. */
    public int repeatsBeforeRest() {
        int repeats = 0;
        for (var own : byLearner.values()) {
            for (int i = 0; i < own.size(); i++) {
                var growth = own.get(i).growth();
                if (growth != null && !growth.equals(own.get(i).goal())) {
                    repeats += (int) own.subList(Math.max(0, i - COOL_DOWN + 1), i).stream()
                            .filter(h -> growth.equals(h.growth())).count();
                }
            }
        }
        return repeats;
    }

    /** Sentences about a behaviour that were the same as the last time the learner read of it. */
    public int sameWordingRunning() {
        int same = 0;
        for (var own : byLearner.values()) {
            var last = new LinkedHashMap<String, String>();
            for (var heard : own) {
                for (var each : heard.says().entrySet()) {
                    same += each.getValue().equals(last.put(each.getKey(), each.getValue())) ? 1 : 0;
                }
            }
        }
        return same;
    }

    /** How often each behaviour was the point to try, most often first. */
    public Map<String, Long> growthPoints() {
        return all.stream().map(Heard::growth).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * Messages a month on a strength that was first named in the first month and shown in at least three of four talks since.
     *
     * @return one mean for each month since it was first named
     */
    public List<Double> strengthsFade() {
        var counts = new ArrayList<int[]>();
        byLearner.values().forEach(own -> own.stream().map(Heard::strength).filter(Objects::nonNull).distinct()
                .forEach(code -> since(own, h -> code.equals(h.strength()))
                        .filter(later -> share(later, h -> h.seen().contains(code)) >= MASTERED)
                        .forEach(later -> counts.add(byMonth(later, code)))));
        return means(counts);
    }

    /**
     * Messages a month on a habit that was first named in the first month, of those who have mostly left it.
     *
     * @param left whether a learner has left a habit
     */
    public List<Double> habitsFade(BiPredicate<String, Habit> left) {
        var counts = new ArrayList<int[]>();
        byLearner.forEach((learner, own) -> Stream.of(Habit.values()).filter(habit -> left.test(learner, habit))
                .forEach(habit -> since(own, h -> habit.rule().equals(h.growth()))
                        .forEach(later -> counts.add(byMonth(later, habit.rule())))));
        return means(counts);
    }

    /** How often what was meant was seen, and how often it was seen though nobody meant it; both 0 to 1. */
    public record Hits(int meant, double seen, double seenUnmeant) {
    }

    /** Whether the rules see what was written to be seen. */
    public Hits hits(Habit habit) {
        var meant = all.stream().filter(h -> h.meant().contains(habit)).toList();
        var others = all.stream().filter(h -> !h.meant().contains(habit)).toList();
        return new Hits(meant.size(), share(meant, h -> h.seen().contains(habit.rule())),
                share(others, h -> h.seen().contains(habit.rule())));
    }

    /** A learner's first messages with a point, in order. */
    public List<Heard> first(String learner, int count) {
        return byLearner.getOrDefault(learner, List.of()).stream().filter(Heard::coached).limit(count).toList();
    }

    /** From the first mention on, if it was in the learner's first month. */
    private static Stream<List<Heard>> since(List<Heard> own, Predicate<Heard> mention) {
        for (int i = 0; i < own.size(); i++) {
            if (mention.test(own.get(i))) {
                return days(own.get(0), own.get(i)) < DAYS_A_MONTH
                        ? Stream.of(own.subList(i, own.size()))
                        : Stream.of();
            }
        }
        return Stream.of();
    }

    private static int[] byMonth(List<Heard> later, String code) {
        var counts = new int[MONTHS];
        later.stream().filter(h -> h.speaksOf(code)).mapToInt(h -> (int) (days(later.get(0), h) / DAYS_A_MONTH))
                .filter(month -> month < MONTHS).forEach(month -> counts[month]++);
        return counts;
    }

    private static long days(Heard from, Heard to) {
        return Duration.between(from.at(), to.at()).toDays();
    }

    private static List<Double> means(List<int[]> counts) {
        var means = new ArrayList<Double>();
        for (int month = 0; month < MONTHS; month++) {
            int m = month;
            means.add(counts.stream().mapToInt(each -> each[m]).average().orElse(0));
        }
        return means;
    }

    private static String week(Heard heard) {
        var day = LocalDate.ofInstant(heard.at(), ZoneOffset.UTC);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static double share(Collection<Heard> of, Predicate<Heard> which) {
        return of.stream().mapToDouble(h -> which.test(h) ? 1 : 0).average().orElse(0);
    }
}
