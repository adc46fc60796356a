package dev.rapport.local.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** The invented people of one seed and whom of them speaks when. The same seed gives the same, whatever else goes on. */
public final class Cast {

    private static final int WORKING_DAYS = 5;
    private static final double THIRD_TALK = 0.3;
    private static final double WEEK_OFF = 0.06;

    private final Material material;
    private final long seed;
    private final List<Learner> learners;

    /** @param learners how many, at most {@link Material#mostLearners()} */
    public Cast(Material material, long seed, int learners) {
        this.material = material;
        this.seed = seed;
        var names = new ArrayList<String>();
        material.people().firstNames()
                .forEach(first -> material.people().lastNames().forEach(last -> names.add(first + " " + last)));
        Collections.shuffle(names, new Random(seed));
        var teams = material.teams();
        this.learners = IntStream.range(0, learners).mapToObj(i -> new Learner(
                names.get(i).toLowerCase(Locale.ROOT).replace(' ', '-'), names.get(i),
                teams.get(i % teams.size()), random(names.get(i), -1, 0))).toList();
    }

    public List<Learner> learners() {
        return learners;
    }

    /**
     * The talks of one day, none or one a learner. What they show depends on what the learners have been told by then, and
     * each learner remembers having spoken: to be called once a day, in order.
     *
     * @param week from 0
     * @param day a working day of it, from 0
     */
    public List<SpokenTalk> on(LocalDate date, int week, int day) {
        var talks = new ArrayList<SpokenTalk>();
        for (var learner : learners) {
            if (days(learner, week).contains(day)) {
                talks.add(talk(learner, date, week, day));
            }
        }
        return talks;
    }

    /** How many talks there are in so many weeks. */
    public int talks(int weeks) {
        return learners.stream()
                .mapToInt(learner -> IntStream.range(0, weeks).map(week -> days(learner, week).size()).sum()).sum();
    }

    /** A source of chance that belongs to one learner's day. */
    public Random random(String learner, int week, int day) {
        var mixed = seed;
        for (var part : new long[]{learner.hashCode(), week, day}) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Random(mixed);
    }

    private List<Integer> days(Learner learner, int week) {
        var random = random(learner.id(), week, WORKING_DAYS);
        if (random.nextDouble() < WEEK_OFF) {
            return List.of();
        }
        var days = new ArrayList<>(IntStream.range(0, WORKING_DAYS).boxed().toList());
        Collections.shuffle(days, random);
        return days.subList(0, random.nextDouble() < THIRD_TALK ? 3 : 2);
    }

    private SpokenTalk talk(Learner learner, LocalDate date, int week, int day) {
        var random = random(learner.id(), week, day);
        var start = date.atTime(LocalTime.of(8 + random.nextInt(8), 15 * random.nextInt(4))).toInstant(ZoneOffset.UTC);
        return new TalkWriter(material, learner, random).write(learner.id() + "-" + date, start);
    }
}
