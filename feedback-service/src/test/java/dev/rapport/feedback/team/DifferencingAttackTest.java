package dev.rapport.feedback.team;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.events.Polarity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody looks at the page every day for months, knows who is in which team and how figures are made, and subtracts what can
 * be subtracted. They must not learn that one person's share of talks cannot be 0, or cannot be 1. The same attacker finds
 * people out as soon as one of the guards is missing, so it is no weak one.
 */
class DifferencingAttackTest {

    private static final int WORLDS = 300;
    private static final int DAYS = 150;
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Behaviour QUESTION = new Behaviour("B01", Polarity.KEEP, 1);
    private static final List<String> TEAMS = List.of("sales", "support", "field");

    /** A figure that was told of a group, and what follows from it of the sum of the group's shares. */
    private record Cell(YearMonth month, Set<String> people, Range sum) {
    }

    /** Tells what may be seen on a day. */
    private interface Page {

        List<Cell> told(World world, int day);
    }

    @Test
    void whoSeesEveryFigureOfEveryDayLearnsNothingOfAnybody() {
        assertThat(foundOut(() -> {
            Map<String, TeamMonth> once = new HashMap<>();
            return (world, day) -> {
                YearMonth month = Months.lastClosed(at(day));
                List<Cell> told = new ArrayList<>();
                Membership.in(month, world.members(day)).forEach((team, people) -> {
                    TeamMonth figures = once.computeIfAbsent(team + month,
                            first -> TeamMonth.of(month, people, world.talksUntil(day, month), List.of(QUESTION)));
                    cell(figures.seen().get("B01"), month, world.judged(people, month)).ifPresent(told::add);
                });
                return told;
            };
        })).isZero();
    }

    @Test
    void exactFiguresOfAnyGroupFindEverybodyOut() {
        assertThat(foundOut(() -> (world, day) -> {
            YearMonth month = Months.lastClosed(at(day));
            List<Cell> told = new ArrayList<>();
            Membership.in(month, world.members(day)).values().forEach(people -> {
                Set<String> judged = world.judged(people, month);
                double sum = judged.stream().mapToDouble(p -> world.share(p, month)).sum();
                told.add(new Cell(month, judged, new Range(sum, sum)));
            });
            return told;
        })).isGreaterThan(500);
    }

    @Test
    void aFigureOfEverybodyBesideThoseOfTheTeamsFindsPeopleOut() {
        assertThat(foundOut(() -> (world, day) -> {
            YearMonth month = Months.lastClosed(at(day));
            List<Cell> told = new ArrayList<>();
            Set<String> everybody = new TreeSet<>(world.learners);
            List<Set<String>> groups = new ArrayList<>(Membership.in(month, world.members(day)).values());
            groups.add(everybody);
            groups.forEach(people -> cell(
                    TeamMonth.of(month, people, world.talksUntil(day, month), List.of(QUESTION)).seen().get("B01"),
                    month, world.judged(people, month)).ifPresent(told::add));
            return told;
        })).isGreaterThan(20);
    }

    @Test
    void teamsThatChangeAtOnceAndFiguresThatAreReckonedAnewFindPeopleOut() {
        assertThat(foundOut(() -> (world, day) -> {
            YearMonth month = Months.lastClosed(at(day));
            List<Cell> told = new ArrayList<>();
            // as they are today, whatever the month
            Membership.in(YearMonth.of(2030, 1), world.members(day)).values().forEach(people -> cell(
                    TeamMonth.of(month, people, world.talksUntil(day, month), List.of(QUESTION)).seen().get("B01"),
                    month, world.judged(people, month)).ifPresent(told::add));
            return told;
        })).isGreaterThan(20);
    }

    /** How many learners' months are known better than not at all, over many worlds. */
    private static int foundOut(Supplier<Page> pages) {
        int found = 0;
        int figures = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(new Random(seed));
            Page page = pages.get();
            Set<Cell> told = new HashSet<>();
            for (int day = 40; day < DAYS; day++) {
                told.addAll(page.told(world, day));
            }
            Map<YearMonth, List<Cell>> byMonth = new HashMap<>();
            told.forEach(cell -> byMonth.computeIfAbsent(cell.month(), m -> new ArrayList<>()).add(cell));
            for (List<Cell> cells : byMonth.values()) {
                figures += cells.size();
                found += subtract(cells);
            }
        }
        System.out.printf("%d figures in %d worlds: %d months of learners found out%n", figures, WORLDS, found);
        return found;
    }

    /** Adds up groups that share nobody, takes groups out of those that have them whole, and looks at who is left. */
    private static int subtract(List<Cell> told) {
        Map<Set<String>, Range> known = new HashMap<>();
        told.forEach(cell -> known.merge(cell.people(), cell.sum(), Range::within));
        for (int round = 0; round < 2; round++) {
            List<Set<String>> groups = List.copyOf(known.keySet());
            for (Set<String> one : groups) {
                for (Set<String> other : groups) {
                    if (one != other && one.containsAll(other)) {
                        Set<String> rest = new TreeSet<>(one);
                        rest.removeAll(other);
                        known.merge(rest, known.get(one).less(known.get(other)).within(Range.upTo(rest.size())),
                                Range::within);
                    } else if (other.stream().noneMatch(one::contains) && groups.size() < 200) {
                        Set<String> both = new TreeSet<>(one);
                        both.addAll(other);
                        known.merge(both, known.get(one).plus(known.get(other)), Range::within);
                    }
                }
            }
        }
        Set<String> found = new TreeSet<>();
        known.forEach((people, sum) -> {
            // of the others in the group nothing is known but that each is from 0 to 1
            Range one = sum.less(Range.upTo(people.size() - 1)).within(Range.ONE);
            if (one.width() < 1 - 1e-9) {
                found.addAll(people);
            }
        });
        return found.size();
    }

    private static Optional<Cell> cell(Share share, YearMonth month, Set<String> judged) {
        return share == null
                ? Optional.empty()
                : Optional.of(new Cell(month, judged, Range.of(share, judged.size())));
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** Five months of people who talk, join, move and leave. */
    private static final class World {

        private final List<String> learners = new ArrayList<>();
        private final List<LearnersTalk> talks = new ArrayList<>();
        /** With the day they were told on. */
        private final Map<Integer, List<Membership>> moves = new HashMap<>();

        World(Random random) {
            int people = 6 + random.nextInt(24);
            double often = random.nextDouble();
            for (int i = 0; i < people; i++) {
                String learner = "l" + i;
                learners.add(learner);
                move(learner, random, 0);
                for (int day = random.nextInt(30); day < DAYS; day += 5 + random.nextInt(40)) {
                    boolean seen = random.nextDouble() < often;
                    talks.add(new LearnersTalk(learner, new EarlierTalk(at(day), Set.of("B01"),
                            seen ? Map.of("B01", 1) : Map.of(), null, null)));
                }
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                move(learners.get(random.nextInt(people)), random, 1 + random.nextInt(DAYS - 1));
            }
        }

        private void move(String learner, Random random, int day) {
            int team = random.nextInt(TEAMS.size() + 1);
            moves.computeIfAbsent(day, d -> new ArrayList<>()).add(new Membership(learner,
                    team == TEAMS.size() ? null : TEAMS.get(team), Membership.nextFrom(Months.at(at(day)))));
        }

        List<Membership> members(int until) {
            List<Membership> all = new ArrayList<>();
            for (int day = 0; day <= until; day++) {
                all.addAll(moves.getOrDefault(day, List.of()));
            }
            return all;
        }

        List<LearnersTalk> talksUntil(int day, YearMonth month) {
            return talks.stream().filter(t -> !t.talk().at().isAfter(at(day)))
                    .filter(t -> Months.at(t.talk().at()).equals(month)).toList();
        }

        /** Whose talks count for a month; that somebody talked is nothing the figures keep to themselves. */
        SortedSet<String> judged(Set<String> people, YearMonth month) {
            SortedSet<String> judged = new TreeSet<>();
            talks.stream().filter(t -> Months.at(t.talk().at()).equals(month) && people.contains(t.learner()))
                    .forEach(t -> judged.add(t.learner()));
            return judged;
        }

        double share(String learner, YearMonth month) {
            return talks.stream()
                    .filter(t -> t.learner().equals(learner) && Months.at(t.talk().at()).equals(month))
                    .mapToDouble(t -> t.talk().turns().isEmpty() ? 0 : 1).average().orElseThrow();
        }
    }
}
