package dev.rapport.coaching.composition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rapport.coaching.composition.Decision.Chosen;
import dev.rapport.coaching.composition.Decision.Shortcoming;
import dev.rapport.coaching.composition.Decision.Unsaid;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.history.Pace;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.BehaviourWording.Answers;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;

/**
 * Which behaviours a message speaks of, if any. At most one strength and one growth point, two where the learner asked for it; a strength only from a real
 * observation; silence rather than a guess; and no more of it than a person wants to read (coaching.md, rules 9 to 12).
 */
final class CoachingPolicy {

    static final int LEARNER_TURNS = 8;
    static final double CONFIDENCE = 0.8;
    static final int STRENGTH_OCCURRENCES = 1;
    static final int GROWTH_OCCURRENCES = 2;
    /** A point to try comes up at most once in so many talks, unless it is the learner's goal. */
    static final int COOL_DOWN = 5;

    /** How much the learner's own goal weighs. To calibrate. */
    private static final double GOAL = 1.5;
    /** What each recent message with the same point costs. To calibrate. */
    private static final double REPEAT_PENALTY = 0.2;
    /** What a moment at the very start of the talk weighs against one at its end. To calibrate. */
    private static final double OLDEST = 0.8;
    /** What a minor and a major behaviour weigh against a moderate one. To calibrate. */
    private static final double MINOR = 0.8;
    private static final double MAJOR = 1.2;
    /** More context than this does not fit on a page. */
    private static final int MOST_EVIDENCE = 12;
    /** The partner's turn before this many turns is no longer what the learner answers to. */
    private static final int RIGHT_BEFORE = 2;

    private static final Pattern CLAUSE_ENDS = Pattern.compile("[,.;:!?()–—]+(?=\\s|$)|\\s-\\s");

    private final Wordings wordings;
    private final Pattern privateWords;

    CoachingPolicy(Wordings wordings) {
        this.wordings = wordings;
        this.privateWords = anyOf(wordings.house());
    }

    private static Pattern anyOf(HouseWording house) {
        String any = house.privateWords().stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
        return any.isEmpty()
                ? null
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * @param at when the message is composed
     * @param heldOut what an experiment leaves out for this learner
     */
    Decision decide(Talk talk, History history, Instant at, HeldOut heldOut) {
        if (talk.observations().stream().anyMatch(o -> o.rule().equals(Talk.CRISIS))) {
            return new Decision.Support();
        }
        if (talk.judged().cannotJudge() != null) {
            return new Decision.CannotJudge(talk.judged().cannotJudge());
        }
        List<Shortcoming> shortcomings = shortcomings(talk);
        if (!shortcomings.isEmpty()) {
            return new Decision.NotEnough(shortcomings);
        }
        List<Sighting> sightings = sightings(talk, history);
        List<Candidate> candidates = sightings.stream()
                .flatMap(s -> s instanceof Sighting.Sayable sayable ? Stream.of(sayable.candidate()) : Stream.empty())
                .toList();
        List<Unsaid> unsaid = new ArrayList<>(sightings.stream()
                .flatMap(s -> s instanceof Sighting.Silent silent ? Stream.of(silent.unsaid()) : Stream.empty())
                .toList());
        Map<String, Integer> seen = sightings.stream().filter(s -> s.turns() > 0)
                .collect(Collectors.toMap(Sighting::code, Sighting::turns));
        int had = history.coachedInTheWeekBefore(at);
        if (had >= wordings.house().messagesAWeek() && !candidates.isEmpty()) {
            candidates.forEach(c -> unsaid.add(new Unsaid.WeekFull(c.code(), had)));
            return new Decision.Quiet(seen, sorted(unsaid));
        }
        List<Candidate> left = candidates.stream().filter(c -> isHeldOut(c, heldOut, history)).toList();
        candidates = candidates.stream().filter(c -> !left.contains(c)).toList();
        Points points = points(candidates, history.choices());
        candidates.stream().filter(c -> !points.has(c)).forEach(c -> unsaid.add(new Unsaid.OneIsEnough(c.code())));
        for (Candidate held : left) {
            unsaid.add(wouldBeSaid(held, candidates, history.choices())
                    ? new Unsaid.HeldOutUntil(held.code(), heldOut.until())
                    : new Unsaid.OneIsEnough(held.code()));
        }
        return points.growth.isEmpty() && points.strength.isEmpty()
                ? new Decision.Quiet(seen, sorted(unsaid))
                : new Decision.Coach(points.strength.map(Candidate::chosen), points.growth.map(Candidate::chosen),
                        points.second.map(Candidate::chosen), seen, sorted(unsaid));
    }

    /** What a message speaks of. */
    private record Points(Optional<Candidate> strength, Optional<Candidate> growth, Optional<Candidate> second) {

        boolean has(Candidate candidate) {
            return Stream.of(strength, growth, second).flatMap(Optional::stream).anyMatch(candidate::equals);
        }
    }

    /** The same sentence is not praised and corrected in one message, nor corrected twice. */
    private static Points points(List<Candidate> candidates, Choices choices) {
        Optional<Candidate> growth = best(candidates, Polarity.GROW, Set.of());
        Optional<Candidate> second = growth.filter(g -> choices.twoPoints()).flatMap(g -> best(
                candidates.stream().filter(c -> !c.equals(g)).toList(), Polarity.GROW, Set.of(g.turn())));
        Set<Integer> taken = Stream.of(growth, second).flatMap(Optional::stream).map(Candidate::turn)
                .collect(Collectors.toSet());
        return new Points(best(candidates, Polarity.KEEP, taken), growth, second);
    }

    private static boolean isHeldOut(Candidate candidate, HeldOut heldOut, History history) {
        return heldOut.has(candidate.code(), history.timesSaid().getOrDefault(candidate.code(), 0));
    }

    /**
     * Whether it would be a point if it alone were not left out: just when it would be one for a learner with the message,
     * or the two could not be compared.
     */
    private static boolean wouldBeSaid(Candidate held, List<Candidate> others, Choices choices) {
        return points(Stream.concat(others.stream(), Stream.of(held)).toList(), choices).has(held);
    }

    private static List<Unsaid> sorted(List<Unsaid> unsaid) {
        return unsaid.stream().sorted(Comparator.comparing(Unsaid::code)).toList();
    }

    private static List<Shortcoming> shortcomings(Talk talk) {
        List<Shortcoming> found = new ArrayList<>();
        if (talk.judged().learnerTurns() < LEARNER_TURNS) {
            found.add(new Shortcoming.FewTurns(talk.judged().learnerTurns(), LEARNER_TURNS));
        }
        Double confidence = talk.judged().meanConfidence();
        if (confidence != null && confidence < CONFIDENCE) {
            found.add(new Shortcoming.UnsureWords(confidence, CONFIDENCE));
        }
        return found;
    }

    private record Candidate(double priority, Moment moment, Chosen chosen) {

        String code() {
            return chosen.wording().code();
        }

        int turn() {
            return moment.act().turn();
        }
    }

    /** A behaviour that was seen in a talk: it may be spoken of, or something keeps it out. */
    private sealed interface Sighting {

        String code();

        /** Of the learner. */
        int turns();

        record Sayable(Candidate candidate) implements Sighting {

            @Override
            public String code() {
                return candidate.code();
            }

            @Override
            public int turns() {
                return candidate.chosen().count();
            }
        }

        record Silent(int turns, Unsaid unsaid) implements Sighting {

            @Override
            public String code() {
                return unsaid.code();
            }
        }
    }

    private static Optional<Candidate> best(List<Candidate> candidates, Polarity polarity, Set<Integer> takenTurns) {
        return candidates.stream().filter(c -> c.chosen.wording().polarity() == polarity)
                .filter(c -> !takenTurns.contains(c.turn()))
                .min(Comparator
                        // what a rule was unsure of is asked about only where nothing clearer was seen
                        .comparing((Candidate c) -> c.chosen.observation().clarity() == Clarity.UNSURE)
                        .thenComparing(Comparator.comparingDouble((Candidate c) -> c.priority).reversed())
                        .thenComparing(c -> c.chosen.wording().code()));
    }

    private List<Sighting> sightings(Talk talk, History history) {
        Set<Integer> deep = new HashSet<>();
        talk.observations().stream().filter(o -> o.rule().equals(Talk.DEEP_DISCLOSURE)).forEach(o -> {
            deep.add(o.turn());
            o.evidence().forEach(e -> deep.add(e.turn()));
        });
        Looked looked = new Looked(deep, PartnerNames.of(talk.judged().partnerNames()));
        Map<String, List<BehaviourObserved>> byRule = talk.observations().stream().filter(o -> !o.withdrawn())
                .filter(o -> wordings.of(o.rule()).map(BehaviourWording::polarity).filter(p -> p == o.polarity())
                        .isPresent())
                .collect(Collectors.groupingBy(BehaviourObserved::rule, TreeMap::new, Collectors.toList()));
        List<Sighting> sightings = new ArrayList<>();
        byRule.forEach((rule, observations) -> sightings.add(
                sighting(wordings.of(rule).orElseThrow(), observations, talk, history, looked)));
        return sightings;
    }

    private Sighting sighting(BehaviourWording wording, List<BehaviourObserved> all, Talk talk, History history,
            Looked looked) {
        List<BehaviourObserved> observations = all.stream().filter(o -> answersEnough(o, wording.partnerWords()))
                .toList();
        Set<Integer> turns = new TreeSet<>();
        observations.forEach(o -> acts(o).forEach(e -> turns.add(e.turn())));
        Behaviour behaviour = behaviour(wording, wordings.house(), history.choices());
        Optional<Moment> moment = observations.stream().flatMap(o -> moments(o, wording, looked).stream())
                .min(Moment.BEST_FIRST);
        return silence(behaviour, turns.size(), moment.isPresent(), history)
                .<Sighting>map(unsaid -> new Sighting.Silent(turns.size(), unsaid))
                .orElseGet(() -> {
                    Moment best = moment.orElseThrow();
                    Chosen chosen = new Chosen(wording, best.observation(), turns.size(), best.quote(),
                            best.partnersWords(), shown(best.observation(), observations, looked));
                    return new Sighting.Sayable(new Candidate(
                            priority(wording, turns, best.observation(), talk, history), best, chosen));
                });
    }

    /** What a behaviour has to be seen in to count, for somebody with these choices. */
    static Behaviour behaviour(BehaviourWording wording, HouseWording house, Choices choices) {
        return new Behaviour(wording.code(), wording.polarity(), house.turnsNeeded(choices.profile(), wording.code(),
                wording.polarity() == Polarity.KEEP ? STRENGTH_OCCURRENCES : GROWTH_OCCURRENCES));
    }

    /** How many talks lie between two messages with the same behaviour, at least. */
    static int talksApart(Behaviour behaviour, Pace pace, History history) {
        return rests(behaviour, history) ? Math.max(COOL_DOWN, pace.talks()) : pace.talks();
    }

    private static boolean rests(Behaviour behaviour, History history) {
        return behaviour.polarity() == Polarity.GROW && !behaviour.code().equals(history.choices().goal());
    }

    /** @return what keeps a behaviour out of a message; empty if nothing does */
    private static Optional<Unsaid> silence(Behaviour behaviour, int turns, boolean quotable, History history) {
        String code = behaviour.code();
        if (history.choices().stopped().contains(code)) {
            return Optional.of(new Unsaid.Stopped(code));
        }
        if (turns == 0 || turns >= behaviour.needed() && !quotable) {
            return Optional.of(new Unsaid.NotForQuoting(code));
        }
        if (turns < behaviour.needed()) {
            return Optional.of(new Unsaid.TooFew(code, turns, behaviour.needed()));
        }
        int since = history.talksSince(code);
        Pace pace = history.pace(behaviour, behaviour.outcome(true, turns));
        int apart = talksApart(behaviour, pace, history);
        if (since >= apart) {
            return Optional.empty();
        }
        return Optional.of(apart > pace.talks()
                ? new Unsaid.CoolingDown(code, apart - since)
                : new Unsaid.Fading(code, pace, apart - since));
    }

    private static double priority(BehaviourWording wording, Set<Integer> turns, BehaviourObserved observation,
            Talk talk, History history) {
        int last = turns.stream().max(Comparator.naturalOrder()).orElseThrow();
        double freshness = OLDEST + (1 - OLDEST) * Math.min(1, last / (double) Math.max(1, talk.judged().turns()));
        double goal = wording.code().equals(history.choices().goal()) ? GOAL : 1;
        return wording.impact() * wording.repeatability() * weight(observation.severity()) * goal * freshness
                - REPEAT_PENALTY * history.saidLately(wording.code());
    }

    /** @param severity null if not told */
    private static double weight(Severity severity) {
        return severity == null ? 1 : switch (severity) {
            case MINOR -> MINOR;
            case MODERATE -> 1;
            case MAJOR -> MAJOR;
        };
    }

    static List<Evidence> acts(BehaviourObserved observation) {
        return observation.evidence().stream()
                .filter(e -> e.part() == Evidence.Part.ACT && e.role() == Role.LEARNER).toList();
    }

    /** Whether the partner turn it answers to, where it has one to answer to, is long enough to be answered. */
    static boolean answersEnough(BehaviourObserved observation, int partnerWords) {
        if (partnerWords == 0) {
            return true;
        }
        return observation.evidence().stream()
                .filter(e -> e.part() == Evidence.Part.CONTEXT && e.role() == Role.PARTNER)
                .anyMatch(e -> Words.count(e.text()) >= partnerWords);
    }

    /** A turn of the learner that shows the behaviour and may be quoted. */
    private record Moment(BehaviourObserved observation, Evidence act, Quote quote,
            Optional<PartnersWords> partnersWords) {

        static final Comparator<Moment> BEST_FIRST = Comparator
                .comparing((Moment m) -> m.observation.clarity())
                .thenComparing(m -> tooShort(m.quote))
                .thenComparing(m -> m.partnersWords.isEmpty())
                .thenComparing(m -> m.partnersWords.filter(w -> w.clause() != null || w.thing() != null).isEmpty())
                .thenComparing(m -> m.quote.text().contains("…"))
                .thenComparing(m -> m.act.turn() != m.observation.turn())
                .thenComparing(Comparator.comparingInt((Moment m) -> m.act.turn()).reversed())
                .thenComparing(m -> m.observation.id());

        private static boolean tooShort(Quote quote) {
            return Words.count(quote.text()) < 3;
        }
    }

    private List<Moment> moments(BehaviourObserved observation, BehaviourWording wording, Looked looked) {
        List<Moment> moments = new ArrayList<>();
        for (Evidence act : acts(observation)) {
            Optional<Evidence> context = answered(observation, act, wording.answers());
            boolean free = looked.isFree(act)
                    && context.map(c -> looked.isFree(c)).orElse(true);
            if (!free || Words.count(act.text()) == 0) {
                continue;
            }
            Quote quote = Quote.of(looked.shown(act), wording.quoting());
            moments.add(new Moment(observation, act, quote, context.flatMap(looked::partnersWords)));
        }
        return moments;
    }

    /**
     * What was looked up in one talk: the same turn is evidence of many observations, and looking into its text costs more
     * than all else.
     */
    private final class Looked {

        private final Set<Integer> deep;
        private final PartnerNames names;
        private final Map<String, Boolean> isPrivate = new HashMap<>();
        private final Map<Evidence, Optional<PartnersWords>> sayable = new HashMap<>();
        private final Map<Evidence, Evidence> shown = new HashMap<>();

        Looked(Set<Integer> deep, PartnerNames names) {
            this.deep = deep;
            this.names = names;
        }

        boolean isFree(Evidence evidence) {
            return !deep.contains(evidence.turn())
                    && !isPrivate.computeIfAbsent(evidence.text(), CoachingPolicy.this::hasPrivateWord);
        }

        Optional<PartnersWords> partnersWords(Evidence context) {
            return sayable.computeIfAbsent(context, c -> CoachingPolicy.partnersWords(c, names));
        }

        /** As it may be seen: without names. */
        Evidence shown(Evidence evidence) {
            return shown.computeIfAbsent(evidence, e -> CoachingPolicy.shown(e, names));
        }
    }

    private boolean hasPrivateWord(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        // a pattern of a hundred words tries each of them at every letter; most turns have none of them even as a part
        return wordings.house().privateWords().stream().anyMatch(lower::contains) && privateWords.matcher(text).find();
    }

    /** The partner's turn that the moment should have taken up. */
    private static Optional<Evidence> answered(BehaviourObserved observation, Evidence act, Answers answers) {
        Stream<Evidence> before = observation.evidence().stream()
                .filter(e -> e.part() == Evidence.Part.CONTEXT && e.role() == Role.PARTNER)
                .filter(e -> e.turn() < act.turn());
        return switch (answers) {
            case FIRST -> before.min(Comparator.comparingInt(Evidence::turn));
            case LAST -> before.filter(e -> act.turn() - e.turn() <= RIGHT_BEFORE)
                    .max(Comparator.comparingInt(Evidence::turn));
        };
    }

    /**
     * The focus, else the passage, else the longest clause of the turn: whichever can be said back whole comes first. A
     * clause nobody pointed out must be a clause or a noun phrase for certain.
     */
    private static Optional<PartnersWords> partnersWords(Evidence context, PartnerNames names) {
        Stream<PartnersWords> pointedOut = Stream
                .of(Optional.ofNullable(context.focus()), Optional.of(context.passage()))
                .flatMap(Optional::stream).flatMap(phrase -> turned(phrase, names));
        Stream<PartnersWords> found = Arrays.stream(CLAUSE_ENDS.split(context.text()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(clause -> turned(clause, names))
                .filter(words -> words.clause() != null || words.thing() != null);
        return Stream.concat(pointedOut, found).findFirst();
    }

    private static Stream<PartnersWords> turned(String phrase, PartnerNames names) {
        return names.standIn(phrase) ? Stream.empty() : PartnersWords.of(phrase).stream();
    }

    private List<Evidence> shown(BehaviourObserved best, List<BehaviourObserved> all, Looked looked) {
        Map<Integer, Evidence> byTurn = new TreeMap<>();
        best.evidence().forEach(e -> byTurn.merge(e.turn(), e, CoachingPolicy::actRather));
        for (BehaviourObserved other : all) {
            for (Evidence act : acts(other)) {
                if (byTurn.size() < MOST_EVIDENCE || byTurn.containsKey(act.turn())) {
                    byTurn.merge(act.turn(), act, CoachingPolicy::actRather);
                }
            }
        }
        return byTurn.values().stream().filter(looked::isFree).map(looked::shown).toList();
    }

    private static Evidence actRather(Evidence one, Evidence other) {
        return one.part() == Evidence.Part.ACT ? one : other;
    }

    private static Evidence shown(Evidence e, PartnerNames names) {
        PartnerNames.Masked masked = names.mask(Words.printable(e.text()));
        String focus = e.focus() == null ? null : names.mask(Words.printable(e.focus())).text();
        return new Evidence(e.turn(), e.role(), e.part(), masked.text(), masked.from(e.from()), masked.to(e.to()),
                focus,
                e.startMillis());
    }

    /** The name of a variant's seed: the same for the same learner and behaviour. */
    static String seed(Talk talk, String about) {
        return String.join("/", talk.judged().tenant(), talk.judged().learner(), about).toLowerCase(Locale.ROOT);
    }
}
