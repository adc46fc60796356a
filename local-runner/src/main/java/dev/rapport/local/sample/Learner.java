package dev.rapport.local.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * An invented person whose habits are known, which is what makes the sample worth measuring: a habit shows in a talk with a
 * certain chance, and being told of it lowers that chance.
 */
public final class Learner {

    /** By how much the first message about a habit lowers its chance, on average. */
    public static final double EFFECT = 0.30;
    /** People differ in how much they take from a message; standard deviation. */
    private static final double SPREAD = 0.08;
    /** What each further message does. */
    private static final double REMINDER = 0.06;
    private static final double LEAST = 0.04;
    private static final double WEAK_FROM = 0.40;
    private static final double WEAK_TO = 0.85;
    private static final double FINE_TO = 0.10;
    /** Most people have most of the habits. */
    private static final double WEAK = 0.7;

    private final String id;
    private final String name;
    private final String team;
    private final double reflecting;
    private final double inviting;
    private final double asking;
    private final double thanking;
    private final Map<Habit, Double> chances = new EnumMap<>(Habit.class);
    private final Map<Habit, Double> gains = new EnumMap<>(Habit.class);
    private final Map<Habit, List<Double>> past = new EnumMap<>(Habit.class);
    private final Map<Habit, Integer> firstTold = new EnumMap<>(Habit.class);
    private int talks;

    Learner(String id, String name, String team, RandomGenerator random) {
        this.id = id;
        this.name = name;
        this.team = team;
        this.reflecting = random.nextDouble(0.3, 0.7);
        this.inviting = random.nextDouble(0.1, 0.4);
        this.asking = random.nextDouble(0.2, 0.9);
        this.thanking = random.nextDouble(0.1, 0.6);
        for (var habit : Habit.values()) {
            chances.put(habit, random.nextDouble() < WEAK
                    ? random.nextDouble(WEAK_FROM, WEAK_TO)
                    : random.nextDouble(LEAST, FINE_TO));
            gains.put(habit, EFFECT + SPREAD * random.nextGaussian());
            past.put(habit, new ArrayList<>());
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String team() {
        return team;
    }

    /** How likely the habit shows in the next talk, 0 to 1. */
    public double chance(Habit habit) {
        return chances.get(habit);
    }

    /** The habit that shows most often. */
    public Habit worst() {
        return chances.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    /** How likely a good reply is a reflection; {@code inviting}, {@code asking} first, {@code thanking} likewise. */
    double reflecting() {
        return reflecting;
    }

    double inviting() {
        return inviting;
    }

    double asking() {
        return asking;
    }

    double thanking() {
        return thanking;
    }

    /** Begins a talk: what the chances are in it is remembered. */
    void speaks() {
        chances.forEach((habit, chance) -> past.get(habit).add(chance));
        talks++;
    }

    /** Reads a message with a point to try; one that is about none of the habits changes nothing. */
    public void isToldOf(String rule) {
        Habit.seenBy(rule).ifPresent(habit -> {
            var gain = firstTold.putIfAbsent(habit, talks) == null ? gains.get(habit) : REMINDER;
            chances.merge(habit, gain, (chance, less) -> Math.max(LEAST, Math.min(chance, chance - less)));
        });
    }

    /**
     * What messages truly did: by how much the habit's mean chance in later talks was lower than when it was first told of.
     *
     * @return empty where it never was, or no talk came later
     */
    public OptionalDouble gained(Habit habit) {
        var told = firstTold.get(habit);
        if (told == null) {
            return OptionalDouble.empty();
        }
        var all = past.get(habit);
        var later = all.subList(told, all.size()).stream().mapToDouble(Double::doubleValue).average();
        return later.isEmpty() ? later : OptionalDouble.of(all.get(told - 1) - later.getAsDouble());
    }
}
