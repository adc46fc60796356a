package dev.rapport.rules.rulebook.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Places;
import dev.rapport.rules.rulebook.Position;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.rulebook.review.Concern.Weight;
import dev.rapport.rules.vocabulary.Meaning;
import dev.rapport.rules.vocabulary.Quantity;

/**
 * What is wrong with a rulebook beyond its grammar, all in one pass: conditions that can never or always hold, rules that
 * repeat or contradict another, phrases that are never reached, missing examples, overdue reviews. Takes milliseconds and
 * no talk; whether the examples show what they say is {@link dev.rapport.rules.rulebook.ExamplesOf}'s business.
 */
public final class Review {

    /** What each behaviour rule must show before it may reach anybody: so many talks where it fires, and near misses. */
    public static final int EXAMPLES_EACH = 3;

    private static final int MOST_PAIRS = 400_000;

    private final Rulebook rulebook;
    private final Places places;
    private final LocalDate today;
    private final Predicate<Rule> about;
    private final Logic logic;
    private final List<Concern> concerns = new ArrayList<>();
    private int pairs;

    private Review(Rulebook rulebook, LocalDate today, Predicate<Rule> about) {
        this.rulebook = rulebook;
        this.about = about;
        this.places = rulebook.places();
        this.today = today;
        this.logic = new Logic(rulebook.rules());
    }

    /**
     * @param today reviews that were due before are overdue
     * @return by file and position; empty if all is well
     */
    public static List<Concern> of(Rulebook rulebook, LocalDate today) {
        return of(rulebook, today, rule -> true);
    }

    /**
     * The same for somebody who changes a few rules of many: holding every rule against every other takes seconds.
     *
     * @param about the rules that are held against all others; what is wrong with another is told only where it is plain
     *        without that
     */
    public static List<Concern> of(Rulebook rulebook, LocalDate today, Predicate<Rule> about) {
        Review review = new Review(rulebook, today, about);
        review.look();
        return sorted(review.concerns);
    }

    /** The same, and what its examples of "says something like" are worth, which takes the judge that compares them. */
    public static List<Concern> of(Judge judge, LocalDate today) {
        return of(judge, today, rule -> true);
    }

    /** Both at once. */
    public static List<Concern> of(Judge judge, LocalDate today, Predicate<Rule> about) {
        List<Concern> concerns = new ArrayList<>(of(judge.rulebook(), today, about));
        concerns.addAll(LikenessReview.of(judge));
        return sorted(concerns);
    }

    private static List<Concern> sorted(List<Concern> concerns) {
        return concerns.stream().distinct().sorted(Concern.BY_POSITION).toList();
    }

    /** The same of texts: where they are no rulebook, the faults that say so, which block reading. */
    public static List<Concern> of(RulebookFiles files, LocalDate today) {
        Reading reading = RulebookReader.read(files);
        return reading instanceof Reading.Refused refused
                ? refused.faults().stream().map(fault -> new Concern(Weight.BLOCKS_READING, fault, null, -1, -1))
                        .toList()
                : of(((Reading.Read) reading).rulebook(), today);
    }

    /** Whether nothing of it stands in the way of a release. */
    public static boolean releasable(List<Concern> concerns) {
        return concerns.stream().allMatch(concern -> concern.weight() == Weight.WORTH_A_LOOK);
    }

    private void look() {
        Set<String> silent = new HashSet<>();
        for (Rule rule : rulebook.rules()) {
            if (!conditions(rule)) {
                silent.add(rule.code());
            }
            attributes(rule);
        }
        pairs(silent);
        examples();
        names();
        concerns.addAll(PhraseReview.of(rulebook));
    }

    // -- conditions that never or always hold -----------------------------------------------------------------------

    /** Whether the rule can fire at all, as far as can be seen. */
    private boolean conditions(Rule rule) {
        Boolean learner = Logic.learnerSpeaks(rule.conditions());
        boolean sound = true;
        for (int c = 0; c < rule.conditions().size(); c++) {
            sound &= parts(rule, c, learner);
        }
        if (!sound) {
            return false;
        }
        if (!logic.cannotBe(rule.conditions(), List.of(), learner, true)) {
            besideOthers(rule, learner);
            return true;
        }
        for (int later = 1; later < rule.conditions().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                List<Condition> two = new ArrayList<>(
                        List.of(rule.conditions().get(earlier), rule.conditions().get(later)));
                // who speaks is thought of with any two, but is not what is wrong with them
                rule.conditions().stream().filter(each -> Logic.learnerSpeaks(List.of(each)) != null)
                        .forEach(two::add);
                if (logic.cannotBe(two, List.of(), learner, true)) {
                    add(Weight.BLOCKS_RELEASE, places.condition(rule, later), rule, later, -1,
                            "this can never hold together with the condition in line "
                                    + places.condition(rule, earlier).line() + ", so " + rule.code() + " never fires",
                            "conditions that one talk can meet");
                    return false;
                }
            }
        }
        add(Weight.BLOCKS_RELEASE, places.at(rule), rule, -1, -1,
                "the conditions of " + rule.code() + " can never hold together, so it never fires",
                "conditions that one talk can meet");
        return false;
    }

    /** Whether no sentence of the condition is impossible or certain by itself. */
    private boolean parts(Rule rule, int number, Boolean learner) {
        Condition condition = rule.conditions().get(number);
        boolean sound = true;
        Map<String, Integer> said = new HashMap<>();
        for (int p = 0; p < condition.parts().size(); p++) {
            Condition.Is is = condition.parts().get(p);
            Position at = places.part(rule, number, p);
            if (logic.cannotBe(List.of(is), List.of(), learner, false)) {
                add(Weight.BLOCKS_RELEASE, at, rule, number, p, "this can never hold" + why(is),
                        "a number within reach");
                sound = false;
            } else if (logic.cannotBe(List.of(), List.of(is), learner, false)) {
                add(Weight.BLOCKS_RELEASE, at, rule, number, p, "this always holds, so it says nothing" + why(is),
                        "a number that can be missed, or the line removed");
                sound = false;
            } else if (said.putIfAbsent(is.key(), p) != null) {
                add(Weight.WORTH_A_LOOK, at, rule, number, p, "the group says this already", "it once");
            }
        }
        if (condition instanceof Condition.AnyOf && condition.parts().size() > 1 && sound
                && logic.cannotBe(List.of(), List.of(condition), learner, false)) {
            add(Weight.BLOCKS_RELEASE, places.condition(rule, number), rule, number, -1,
                    "one of these always holds, so the group says nothing", "a group that can be missed");
            sound = false;
        }
        return sound;
    }

    private static String why(Condition.Is is) {
        Meaning meaning = is.predicate().meaning(is.arguments(), null).orElseThrow();
        Quantity of = meaning.claims().get(0).of();
        return of.measure().equals(Quantity.COUNT) && of.most() == of.within()
                ? ": of " + of.within() + (of.within() == 1 ? " turn there is" : " turns there are") + " 0 to "
                        + of.most()
                : "";
    }

    /** Conditions that the others make certain, and lines of a group or exceptions that they make impossible. */
    private void besideOthers(Rule rule, Boolean learner) {
        for (int c = 0; c < rule.conditions().size(); c++) {
            Condition condition = rule.conditions().get(c);
            List<Condition> others = new ArrayList<>(rule.conditions());
            others.remove(c);
            if (others.isEmpty()) {
                continue;
            }
            boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
            boolean alternative = condition instanceof Condition.AnyOf && condition.parts().size() > 1;
            // who speaks must be said, whatever else says so
            if (Logic.learnerSpeaks(List.of(condition)) == null && !negative
                    && logic.cannotBe(others, List.of(condition), learner, false)) {
                add(Weight.WORTH_A_LOOK, places.condition(rule, c), rule, c, -1,
                        "the other conditions of " + rule.code() + " say this already", "the line removed");
            } else if (negative || alternative) {
                for (int p = 0; p < condition.parts().size(); p++) {
                    List<Condition> with = new ArrayList<>(others);
                    with.add(condition.parts().get(p));
                    if (logic.cannotBe(with, List.of(), learner, true)) {
                        add(Weight.WORTH_A_LOOK, places.part(rule, c, p), rule, c, p,
                                negative
                                        ? "beside the other conditions of " + rule.code()
                                                + " this never holds, so nothing is taken out"
                                        : "beside the other conditions of " + rule.code() + " this never holds",
                                "the line removed, or the others changed");
                    }
                }
            }
        }
    }

    private void attributes(Rule rule) {
        if (rule.reviewBy() != null && rule.reviewBy().isBefore(today)) {
            add(Weight.WORTH_A_LOOK, places.rule(rule.code()).map(Places.OfRule::reviewBy).orElse(places.at(rule)),
                    rule,
                    -1, -1, rule.code() + " should have been looked at by " + rule.reviewBy(),
                    "a look at what it finds, and a later date");
        }
        if (rule.isAct() && rule.severity() != Severity.MODERATE) {
            add(Weight.WORTH_A_LOOK, places.rule(rule.code()).map(Places.OfRule::severity).orElse(places.at(rule)),
                    rule,
                    -1, -1, "a rule that says what a turn is has no severity", "severity in rules that observe");
        }
    }

    // -- rules beside rules -----------------------------------------------------------------------------------------

    /** Rules with the same conclusion where one is the other with more conditions; and rules that say the opposite. */
    private void pairs(Set<String> silent) {
        Map<String, List<Rule>> groups = new LinkedHashMap<>();
        for (Rule rule : rulebook.rules()) {
            if (!silent.contains(rule.code())) {
                groups.computeIfAbsent(subject(rule.conclusion()), s -> new ArrayList<>()).add(rule);
            }
        }
        Map<Rule, Set<String>> subjects = new IdentityHashMap<>();
        for (List<Rule> group : groups.values()) {
            for (Rule narrow : group.stream().filter(about).toList()) {
                for (Rule wide : group) {
                    if (narrow != wide && ++pairs <= MOST_PAIRS) {
                        Set<String> said = subjects.computeIfAbsent(narrow, Review::subjects);
                        if (said.containsAll(subjects.computeIfAbsent(wide, Review::subjects))) {
                            pair(narrow, wide);
                        }
                    }
                }
            }
        }
    }

    /** What a rule speaks of: no two rules of different subjects repeat or contradict each other. */
    private static String subject(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.TheTurnIs is) {
            return "turn " + is.kind();
        }
        return ((Conclusion.Observe) conclusion).polarity() == Polarity.KNOW ? "known" : "coached";
    }

    private static Set<String> subjects(Rule rule) {
        Boolean learner = Logic.learnerSpeaks(rule.conditions());
        Set<String> subjects = new HashSet<>();
        for (Condition condition : rule.conditions()) {
            for (Condition.Is is : condition.parts()) {
                is.predicate().meaning(is.arguments(), learner).ifPresentOrElse(
                        meaning -> meaning.claims().forEach(claim -> subjects.add(claim.of().toString())),
                        () -> subjects.add(is.key()));
            }
        }
        return subjects;
    }

    private void pair(Rule narrow, Rule wide) {
        Boolean learner = Logic.learnerSpeaks(narrow.conditions());
        for (Condition condition : wide.conditions()) {
            if (!logic.cannotBe(narrow.conditions(), List.of(condition), learner, false)) {
                return;
            }
        }
        String where = wide.code() + " (" + places.at(wide).file() + ":" + places.at(wide).line() + ")";
        if (opposite(narrow.conclusion(), wide.conclusion())) {
            add(Weight.BLOCKS_RELEASE, places.at(narrow), narrow, -1, -1,
                    "wherever " + narrow.code() + " fires, " + where + " says the opposite of the same turn",
                    "unless and what " + narrow.code() + " is about, in " + wide.code());
        } else if (saysNoMore(narrow.conclusion(), wide.conclusion())) {
            boolean same = logicallySame(narrow, wide);
            if (!same || narrow.code().compareTo(wide.code()) > 0) {
                add(Weight.WORTH_A_LOOK, places.at(narrow), narrow, -1, -1,
                        "wherever " + narrow.code() + " fires, " + where + " has said it already",
                        "other conditions, or one of the two removed");
            }
        }
    }

    private boolean logicallySame(Rule narrow, Rule wide) {
        Boolean learner = Logic.learnerSpeaks(wide.conditions());
        return narrow.conditions().stream()
                .allMatch(condition -> logic.cannotBe(wide.conditions(), List.of(condition), learner, false));
    }

    private static boolean opposite(Conclusion one, Conclusion other) {
        return one instanceof Conclusion.Observe a && other instanceof Conclusion.Observe b
                && a.polarity() != b.polarity();
    }

    /** Whether the first adds nothing where the second is said. */
    private static boolean saysNoMore(Conclusion narrow, Conclusion wide) {
        boolean surer = narrow.clarity().compareTo(wide.clarity()) < 0;
        if (narrow instanceof Conclusion.Observe a && wide instanceof Conclusion.Observe b) {
            return a.behaviour().equals(b.behaviour()) && !surer;
        }
        return !surer;
    }

    // -- what is missing or left over -------------------------------------------------------------------------------

    private void examples() {
        Map<String, List<Example>> examples = rulebook.examples().stream()
                .collect(Collectors.groupingBy(Example::rule));
        for (Rule rule : rulebook.behaviourRules()) {
            List<Example> own = examples.getOrDefault(rule.code(), List.of());
            long fires = own.stream().filter(Example::fires).count();
            long misses = own.size() - fires;
            if (fires < EXAMPLES_EACH || misses < EXAMPLES_EACH) {
                add(Weight.BLOCKS_RELEASE, places.code(rule), rule, -1, -1,
                        rule.code() + " has " + fires + (fires == 1 ? " talk" : " talks") + " where it fires and "
                                + misses
                                + (misses == 1 ? " near miss" : " near misses"),
                        "at least " + EXAMPLES_EACH + " of each in examples/" + rule.code() + ".yaml");
            }
        }
    }

    private void names() {
        Set<String> lists = new TreeSet<>(rulebook.phrases().keySet());
        Set<String> kinds = new HashSet<>();
        for (Rule rule : rulebook.rules()) {
            lists.removeAll(rule.phraseLists());
            rule.conditions().forEach(condition -> condition.parts()
                    .forEach(is -> kinds.addAll(is.predicate().kinds(is.arguments()))));
        }
        for (String list : lists) {
            concerns.add(
                    new Concern(Weight.WORTH_A_LOOK, fault(places.list(list), "no rule uses the list \"" + list + "\"",
                            "a condition that does, or the list removed"), null, -1, -1));
        }
        Set<String> told = new HashSet<>();
        for (Rule rule : rulebook.rules()) {
            if (rule.conclusion() instanceof Conclusion.TheTurnIs is && !kinds.contains(is.kind())
                    && told.add(is.kind())) {
                add(Weight.WORTH_A_LOOK,
                        places.rule(rule.code()).map(Places.OfRule::conclusion).orElse(places.at(rule)), rule, -1, -1,
                        "no rule asks whether a turn is \"" + is.kind() + "\"",
                        "a condition that does, or the kind removed");
            }
        }
    }

    private void add(Weight weight, Position at, Rule rule, int condition, int part, String what, String expected) {
        concerns.add(new Concern(weight, fault(at, what, expected), rule.code(), condition, part));
    }

    static Fault fault(Position at, String what, String expected) {
        return new Fault(at.file(), at.line(), at.column(), what, expected, null);
    }
}
