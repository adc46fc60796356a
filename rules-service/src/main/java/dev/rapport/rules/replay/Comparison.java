package dev.rapport.rules.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.Composer;
import dev.rapport.coaching.composition.Talk;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.ConversationOpened;
import dev.rapport.rules.replay.Change.What;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;

/**
 * Compares what learners would have read, talk after talk. Wants the talks of each learner together and in the order of
 * time: what a message says depends on those before it. For one thread; keeps counts, and of one learner at a time what
 * they have read.
 */
final class Comparison {

    private final Map<String, String> behaviours = new HashMap<>();
    private final Optional<Composer> composerBefore;
    private final Optional<Composer> composerAfter;
    private final boolean sameWordings;
    private final Function<String, Set<String>> stopped;

    private final Tally messages = new Tally();
    private final Map<String, Tally> byRule = new TreeMap<>();
    private final Map<String, Tally> byKind = new TreeMap<>();
    private final Map<Clarity, Tally> byClarity = new TreeMap<>();
    private final Map<String, long[]> seen = new TreeMap<>();
    private final NagLoad.Meter loadBefore = new NagLoad.Meter();
    private final NagLoad.Meter loadAfter = new NagLoad.Meter();
    private long talks;
    private long turns;
    private long learners;

    private String learner;
    /** What the learner has read so far, by each of the two rulebooks. */
    private History readBefore;
    private History readAfter;
    private String week;
    private int weekBefore;
    private int weekAfter;

    /**
     * @param stopped codes of the rules that a learner wants to hear no more of
     */
    Comparison(Rulebook live, Rulebook draft, Function<String, Set<String>> stopped) {
        live.behaviourRules().forEach(this::name);
        draft.behaviourRules().forEach(this::name);
        Optional<Wordings> before = live.messages();
        Optional<Wordings> after = draft.messages();
        this.composerBefore = before.map(Composer::new);
        this.composerAfter = after.map(Composer::new);
        this.sameWordings = before.equals(after);
        this.stopped = stopped;
    }

    private void name(Rule rule) {
        behaviours.put(rule.code(), ((Conclusion.Observe) rule.conclusion()).behaviour());
    }

    /** @return what changes for the reader; empty if every word stays */
    Optional<Change> compare(Replayed replayed) {
        ConversationOpened opened = replayed.talk().opened();
        turnTo(opened.learner(), replayed);
        talks++;
        turns += replayed.talk().turns().size();
        countSightings(replayed.before(), replayed.after());
        boolean same = sameWordings && replayed.before() == replayed.after() && readBefore.equals(readAfter);
        Instant at = replayed.talk().at();
        Optional<Coaching> before = composerBefore.map(c -> c.compose(replayed.before(), readBefore, at));
        Optional<Coaching> after = same
                ? before
                : composerAfter.map(c -> c.compose(replayed.after(), readAfter, at));
        readBefore = with(readBefore, before, at);
        readAfter = same ? readBefore : with(readAfter, after, at);
        Optional<Change> change = change(opened, before, after);
        count(opened.kind(), before.map(Message::of).orElse(null), after.map(Message::of).orElse(null),
                change.map(Change::what).orElse(null));
        return change;
    }

    private static History with(History read, Optional<Coaching> told, Instant at) {
        return told.flatMap(message -> message.past(at)).map(read::and).orElse(read);
    }

    private void turnTo(String next, Replayed replayed) {
        LocalDate day = replayed.talk().at().atZone(ZoneOffset.UTC).toLocalDate();
        String itsWeek = day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        if (!next.equals(learner)) {
            endWeek();
            learner = next;
            learners++;
            readBefore = History.of(new Choices(stopped.apply(next), null));
            readAfter = readBefore;
        } else if (!itsWeek.equals(week)) {
            endWeek();
        }
        week = itsWeek;
    }

    private void endWeek() {
        if (week != null) {
            loadBefore.week(weekBefore);
            loadAfter.week(weekAfter);
        }
        week = null;
        weekBefore = 0;
        weekAfter = 0;
    }

    private void countSightings(Talk before, Talk after) {
        Set<String> there = new HashSet<>();
        before.observations().forEach(o -> there.add(o.id()));
        for (BehaviourObserved observed : before.observations()) {
            sightings(observed)[0]++;
            sightings(observed)[3]++;
        }
        for (BehaviourObserved observed : after.observations()) {
            long[] counts = sightings(observed);
            counts[1]++;
            if (there.contains(observed.id())) {
                counts[3]--;
            } else {
                counts[2]++;
            }
        }
    }

    /** Before, after, newly, no longer. */
    private long[] sightings(BehaviourObserved observed) {
        return seen.computeIfAbsent(observed.rule(), r -> new long[4]);
    }

    private static Optional<Change> change(ConversationOpened opened, Optional<Coaching> before,
            Optional<Coaching> after) {
        if (before.isEmpty() && after.isEmpty() || before.isPresent() && before.equals(after)) {
            return Optional.empty();
        }
        Message old = before.map(Message::of).orElse(null);
        Message now = after.map(Message::of).orElse(null);
        boolean coached = old != null && old.coaches();
        boolean coaches = now != null && now.coaches();
        What what;
        if (coached != coaches) {
            what = coaches ? What.NEW : What.GONE;
        } else if (old == null || now == null) {
            // a rulebook without messages says nothing to anybody, which is no coaching less
            what = What.CHANGED;
        } else if (!old.makesThePointsOf(now)) {
            what = What.CHANGED;
        } else if (!old.readsLike(now, before.get(), after.get())) {
            what = What.REWORDED;
        } else {
            return Optional.empty();
        }
        TreeSet<Integer> toOpen = new TreeSet<>();
        points(old).forEach(point -> toOpen.addAll(point.turns()));
        points(now).forEach(point -> toOpen.addAll(point.turns()));
        return Optional.of(new Change(opened.conversation(), opened.learner(), opened.kind(), what,
                List.copyOf(toOpen), old, now));
    }

    private static List<Point> points(Message message) {
        return message == null
                ? List.of()
                : Arrays.asList(message.strength(), message.growth()).stream().filter(p -> p != null).toList();
    }

    private void count(String kind, Message before, Message after, What what) {
        boolean coached = before != null && before.coaches();
        boolean coaches = after != null && after.coaches();
        weekBefore += coached ? 1 : 0;
        weekAfter += coaches ? 1 : 0;
        messages.count(coached, coaches, what);
        byKind.computeIfAbsent(kind, k -> new Tally()).count(coached, coaches, what);
        countPoints(points(before), points(after), byRule, Point::rule, (one, other) -> one.isThatOf(other));
        countPoints(points(before), points(after), byClarity, Point::clarity,
                (one, other) -> one.isThatOf(other));
    }

    private static <K> void countPoints(List<Point> before, List<Point> after, Map<K, Tally> tallies,
            Function<Point, K> by, BiFunction<Point, Point, Boolean> same) {
        Set<K> keys = new HashSet<>();
        before.forEach(p -> keys.add(by.apply(p)));
        after.forEach(p -> keys.add(by.apply(p)));
        for (K key : keys) {
            List<Point> old = before.stream().filter(p -> by.apply(p).equals(key)).toList();
            List<Point> now = after.stream().filter(p -> by.apply(p).equals(key)).toList();
            Tally tally = tallies.computeIfAbsent(key, k -> new Tally());
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                boolean was = i < old.size();
                boolean is = i < now.size();
                What what = !was
                        ? What.NEW
                        : !is
                                ? What.GONE
                                : !same.apply(old.get(i), now.get(i))
                                        ? What.CHANGED
                                        : old.get(i).equals(now.get(i)) ? null : What.REWORDED;
                tally.count(was, is, what);
            }
        }
    }

    /** What was found so far. */
    Summary summary() {
        endWeek();
        TreeSet<String> codes = new TreeSet<>(seen.keySet());
        codes.addAll(byRule.keySet());
        return new Summary(talks, turns, learners, messages.read(),
                codes.stream().map(this::ruleCount).toList(),
                byKind.entrySet().stream().map(e -> new Summary.Count.Of(e.getKey(), e.getValue().read())).toList(),
                byClarity.entrySet().stream().map(e -> new Summary.Count.Of(e.getKey().name(), e.getValue().read()))
                        .toList(),
                loadBefore.read(), loadAfter.read());
    }

    private Summary.RuleCount ruleCount(String code) {
        long[] counts = seen.getOrDefault(code, new long[4]);
        return new Summary.RuleCount(code, behaviours.getOrDefault(code, code), counts[0], counts[1], counts[2],
                counts[3], byRule.getOrDefault(code, new Tally()).read());
    }

    private static final class Tally {

        private long before;
        private long after;
        private long fresh;
        private long gone;
        private long changed;
        private long reworded;

        /** @param what null for no change */
        void count(boolean was, boolean is, What what) {
            before += was ? 1 : 0;
            after += is ? 1 : 0;
            fresh += what == What.NEW ? 1 : 0;
            gone += what == What.GONE ? 1 : 0;
            changed += what == What.CHANGED ? 1 : 0;
            reworded += what == What.REWORDED ? 1 : 0;
        }

        Summary.Count read() {
            return new Summary.Count(before, after, fresh, gone, changed, reworded);
        }
    }
}
