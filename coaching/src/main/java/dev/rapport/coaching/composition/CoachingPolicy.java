package dev.rapport.coaching.composition;

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
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;

/**
 * Which behaviours a message speaks of, if any. At most one strength and one growth point; a strength only from a real
 * observation; silence rather than a guess.
 */
final class CoachingPolicy {

    /** Words of danger, of whoever said them. */
    static final String CRISIS = "S01";
    /** Health, family, money, distress: not for quoting. */
    static final String DEEP_DISCLOSURE = "S02";

    static final int LEARNER_TURNS = 8;
    static final double CONFIDENCE = 0.8;
    static final int STRENGTH_OCCURRENCES = 1;
    static final int GROWTH_OCCURRENCES = 2;

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

    Decision decide(Talk talk, History history) {
        if (talk.observations().stream().anyMatch(o -> o.rule().equals(CRISIS))) {
            return new Decision.Support();
        }
        if (talk.judged().cannotJudge() != null) {
            return new Decision.CannotJudge(talk.judged().cannotJudge());
        }
        List<Shortcoming> shortcomings = shortcomings(talk);
        if (!shortcomings.isEmpty()) {
            return new Decision.NotEnough(shortcomings);
        }
        PartnerNames names = PartnerNames.of(talk.judged().partnerNames());
        List<Candidate> candidates = candidates(talk, history, names);
        Optional<Candidate> growth = best(candidates, Polarity.GROW, null);
        // the same sentence is not praised and corrected in one message
        Integer taken = growth.map(g -> g.moment.act().turn()).orElse(null);
        Optional<Candidate> strength = best(candidates, Polarity.KEEP, taken);
        if (growth.isEmpty() && strength.isEmpty()) {
            return new Decision.NotEnough(List.of(new Shortcoming.NothingClear()));
        }
        return new Decision.Coach(strength.map(Candidate::chosen), growth.map(Candidate::chosen));
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
    }

    private static Optional<Candidate> best(List<Candidate> candidates, Polarity polarity, Integer takenTurn) {
        return candidates.stream().filter(c -> c.chosen.wording().polarity() == polarity)
                .filter(c -> takenTurn == null || c.moment.act().turn() != takenTurn)
                .min(Comparator
                        // what a rule was unsure of is asked about only where nothing clearer was seen
                        .comparing((Candidate c) -> c.chosen.observation().clarity() == Clarity.UNSURE)
                        .thenComparing(Comparator.comparingDouble((Candidate c) -> c.priority).reversed())
                        .thenComparing(c -> c.chosen.wording().code()));
    }

    private List<Candidate> candidates(Talk talk, History history, PartnerNames names) {
        Set<Integer> deep = new HashSet<>();
        talk.observations().stream().filter(o -> o.rule().equals(DEEP_DISCLOSURE)).forEach(o -> {
            deep.add(o.turn());
            o.evidence().forEach(e -> deep.add(e.turn()));
        });
        Looked looked = new Looked(deep, names);
        Map<String, List<BehaviourObserved>> byRule = talk.observations().stream()
                .filter(o -> !o.withdrawn() && !history.stopped().contains(o.rule()))
                .filter(o -> wordings.of(o.rule()).map(BehaviourWording::polarity).filter(p -> p == o.polarity())
                        .isPresent())
                .collect(Collectors.groupingBy(BehaviourObserved::rule, TreeMap::new, Collectors.toList()));
        List<Candidate> candidates = new ArrayList<>();
        byRule.forEach((rule, observations) -> candidate(wordings.of(rule).orElseThrow(), observations, talk, history,
                names, looked).ifPresent(candidates::add));
        return candidates;
    }

    private Optional<Candidate> candidate(BehaviourWording wording, List<BehaviourObserved> all, Talk talk,
            History history, PartnerNames names, Looked looked) {
        List<BehaviourObserved> observations = all.stream().filter(o -> answersEnough(o, wording.partnerWords()))
                .toList();
        Set<Integer> turns = new TreeSet<>();
        observations.forEach(o -> acts(o).forEach(e -> turns.add(e.turn())));
        int needed = wording.polarity() == Polarity.KEEP ? STRENGTH_OCCURRENCES : GROWTH_OCCURRENCES;
        if (turns.size() < needed) {
            return Optional.empty();
        }
        return observations.stream().flatMap(o -> moments(o, wording, names, looked).stream())
                .min(Moment.BEST_FIRST).map(moment -> {
                    Chosen chosen = new Chosen(wording, moment.observation(), turns.size(), moment.quote(),
                            moment.partnersWords(), shown(moment.observation(), observations, names, looked));
                    return new Candidate(priority(wording, turns, moment.observation(), talk, history), moment,
                            chosen);
                });
    }

    private static double priority(BehaviourWording wording, Set<Integer> turns, BehaviourObserved observation,
            Talk talk, History history) {
        int last = turns.stream().max(Comparator.naturalOrder()).orElseThrow();
        double freshness = OLDEST + (1 - OLDEST) * Math.min(1, last / (double) Math.max(1, talk.judged().turns()));
        double goal = wording.code().equals(history.goal()) ? GOAL : 1;
        long repeats = history.recent().stream().filter(wording.code()::equals).count();
        return wording.impact() * wording.repeatability() * weight(observation.severity()) * goal * freshness
                - REPEAT_PENALTY * repeats;
    }

    /** @param severity null if not told */
    private static double weight(Severity severity) {
        return severity == null ? 1 : switch (severity) {
            case MINOR -> MINOR;
            case MODERATE -> 1;
            case MAJOR -> MAJOR;
        };
    }

    private static List<Evidence> acts(BehaviourObserved observation) {
        return observation.evidence().stream()
                .filter(e -> e.part() == Evidence.Part.ACT && e.role() == Role.LEARNER).toList();
    }

    /** Whether the partner turn it answers to, where it has one to answer to, is long enough to be answered. */
    private static boolean answersEnough(BehaviourObserved observation, int partnerWords) {
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

    private List<Moment> moments(BehaviourObserved observation, BehaviourWording wording, PartnerNames names,
            Looked looked) {
        List<Moment> moments = new ArrayList<>();
        for (Evidence act : acts(observation)) {
            Optional<Evidence> context = rightBefore(observation, act);
            boolean free = looked.isFree(act)
                    && context.map(c -> looked.isFree(c)).orElse(true);
            if (!free || Words.count(act.text()) == 0) {
                continue;
            }
            Quote quote = Quote.of(shown(act, names), wording.quoting());
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

        Looked(Set<Integer> deep, PartnerNames names) {
            this.deep = deep;
            this.names = names;
        }

        boolean isFree(Evidence evidence) {
            return !deep.contains(evidence.turn()) && (privateWords == null || !isPrivate
                    .computeIfAbsent(evidence.text(), text -> privateWords.matcher(text).find()));
        }

        Optional<PartnersWords> partnersWords(Evidence context) {
            return sayable.computeIfAbsent(context, c -> CoachingPolicy.partnersWords(c, names));
        }
    }

    private static Optional<Evidence> rightBefore(BehaviourObserved observation, Evidence act) {
        return observation.evidence().stream()
                .filter(e -> e.part() == Evidence.Part.CONTEXT && e.role() == Role.PARTNER)
                .filter(e -> e.turn() < act.turn() && act.turn() - e.turn() <= RIGHT_BEFORE)
                .max(Comparator.comparingInt(Evidence::turn));
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

    private List<Evidence> shown(BehaviourObserved best, List<BehaviourObserved> all, PartnerNames names,
            Looked looked) {
        Map<Integer, Evidence> byTurn = new TreeMap<>();
        best.evidence().forEach(e -> byTurn.merge(e.turn(), e, CoachingPolicy::actRather));
        for (BehaviourObserved other : all) {
            for (Evidence act : acts(other)) {
                if (byTurn.size() < MOST_EVIDENCE || byTurn.containsKey(act.turn())) {
                    byTurn.merge(act.turn(), act, CoachingPolicy::actRather);
                }
            }
        }
        return byTurn.values().stream().filter(e -> looked.isFree(e)).map(e -> shown(e, names)).toList();
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
