package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.learned.LearnedSignals;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.WordForms;
import dev.rapport.rules.vocabulary.Truth;

/**
 * Judges moments by one rulebook: first what the current turn is, stage by stage, then what it shows, in one session. The
 * same moment gets the same judgement. Safe for threads; building one takes milliseconds and is done before it is
 * published.
 */
public final class Judge {

    private static final int WARMING_ROUNDS = 20;

    private final Rulebook rulebook;
    private final Clocks clocks;
    private final Sentences sentences;
    private final Senses senses;
    private final RuleBase base;
    private final List<Rule> rules;
    private final List<List<Rule>> actStages;
    private final List<Rule> mayBeUnknown;

    public Judge(Rulebook rulebook) {
        this(rulebook, Set.of());
    }

    /**
     * @param silenced codes of rules that are left out: they see nothing, make no kind of turn and cost nothing
     */
    public Judge(Rulebook rulebook, Set<String> silenced) {
        this(rulebook, silenced, Clocks.ofTheMachine());
    }

    /** Judges as if learned heads heard nothing: for measuring what rules see without them. */
    public static Judge withoutLearnedSignals(Rulebook rulebook) {
        return new Judge(rulebook, Set.of(), Clocks.ofTheMachine(), LearnedSignals.none(), WordForms.ofEnglish());
    }

    /** Judges texts of another language than English, for which no heads are trained. */
    public static Judge of(Rulebook rulebook, WordForms forms) {
        return new Judge(rulebook, Set.of(), Clocks.ofTheMachine(), LearnedSignals.none(), forms);
    }

    Judge(Rulebook rulebook, Set<String> silenced, Clocks clocks) {
        this(rulebook, silenced, clocks, LearnedSignals.inJar(), WordForms.ofEnglish());
    }

    private Judge(Rulebook rulebook, Set<String> silenced, Clocks clocks, LearnedSignals learned, WordForms forms) {
        this.rulebook = rulebook;
        this.clocks = clocks;
        this.rules = rulebook.rules().stream().filter(rule -> !silenced.contains(rule.code())).toList();
        this.sentences = new Sentences(rules);
        this.senses = new Senses(rulebook.phrases(), forms, byMeaning(rules), learned,
                rules.stream().flatMap(rule -> rule.conditions().stream())
                        .flatMap(condition -> condition.parts().stream()).anyMatch(is -> is.predicate().listens()));
        this.base = new RuleBase(rulebook.actStages(), rules, sentences);
        this.actStages = rulebook.actStages().stream()
                .map(stage -> stage.stream().filter(rule -> !silenced.contains(rule.code())).toList()).toList();
        this.mayBeUnknown = behaviourRules().stream().filter(Judge::mayBeUnknown).toList();
        warm();
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** Behaviour rules that are not silenced, sorted by code. */
    public List<Rule> behaviourRules() {
        return rules.stream().filter(rule -> !rule.isAct()).toList();
    }

    /** Everything; what {@code moment} says of the kinds of its current turn is decided anew. */
    public Judgement judge(Moment moment) {
        Scene scene = new Scene(moment, senses, sentences, clocks);
        base.judge(scene);
        return judgement(scene);
    }

    /** What kinds of turn the current one is. */
    public Map<String, Clarity> acts(Moment moment) {
        return judge(moment).acts();
    }

    /** What behaviours show, taking the kinds of the current turn as {@code moment} says them. */
    public List<Seen> behaviours(Moment moment) {
        Scene scene = Scene.knowing(moment, senses, sentences, clocks);
        base.judgeBehaviours(scene);
        return judgement(scene).seen();
    }

    /**
     * What one rule says of a moment.
     *
     * @param acts kinds of turn that the current turn is
     * @param fires whether the rule, of an act or of a behaviour, says yes; no if it is silenced or not of the rulebook
     */
    public record Answer(Map<String, Clarity> acts, boolean fires) {
    }

    /** Asks one rule alone, and of the others only those that the answer may rest on. */
    public Answer ask(Rule rule, Moment moment) {
        Scene scene = new Scene(moment, senses, sentences, clocks);
        for (List<Rule> stage : actStages) {
            stage.stream().filter(act -> holds(act, scene)).forEach(scene::fired);
        }
        boolean fires = rules.stream().anyMatch(each -> each.code().equals(rule.code()) && holds(each, scene));
        return new Answer(Map.copyOf(scene.acts()), fires);
    }

    /** As the rule base asks: the language model last, and nothing more once it is decided. */
    private static boolean holds(Rule rule, Scene scene) {
        Predicate<Condition> yes = condition -> Interpreter.truth(condition,
                is -> scene.finding(is).truth()) == Truth.YES;
        return rule.conditions().stream().filter(condition -> !RuleBase.isCostly(condition)).allMatch(yes)
                && rule.conditions().stream().filter(RuleBase::isCostly).allMatch(yes);
    }

    /**
     * What speaks against the rule at this moment, one sentence for each condition that does not hold.
     *
     * @throws java.util.NoSuchElementException if the rulebook has no such rule, or it is silenced
     */
    public List<String> against(Rule rule, Moment moment) {
        Scene scene = new Scene(moment, senses, sentences, clocks);
        base.judge(scene);
        scene.explain();
        return Reasons.against(rules.stream().filter(each -> each.code().equals(rule.code())).findFirst().orElseThrow(),
                scene);
    }

    /** What every rule that is not silenced says of the moment, act rules too, condition by condition. */
    public TryOut tryOut(Moment moment) {
        Scene scene = new Scene(moment, senses, sentences, clocks);
        base.judge(scene);
        scene.askAll();
        rules.forEach(rule -> rule.conditions().forEach(condition -> condition.parts().forEach(scene::finding)));
        scene.explain();
        List<TryOut.Tried> tried = rules.stream().map(rule -> Reasons.tried(rule, scene)).toList();
        return new TryOut(judgement(scene), tried);
    }

    /**
     * How near a sentence must come to the examples of a list that rules compare by meaning.
     *
     * @throws java.util.NoSuchElementException if no rule does
     */
    public Tuning tuning(String list) {
        return senses.tuning(list);
    }

    /** Lists that rules compare by meaning. */
    public Set<String> byMeaning() {
        return byMeaning(rules);
    }

    /** Of how many turns a sentence was embedded, which costs milliseconds, since this judge was made. */
    public long turnsCompared() {
        return senses.turnsCompared();
    }

    private static Set<String> byMeaning(List<Rule> rules) {
        Set<String> lists = new TreeSet<>();
        for (Rule rule : rules) {
            rule.conditions().stream().flatMap(condition -> condition.parts().stream())
                    .filter(is -> is.predicate().costly())
                    .forEach(is -> lists.addAll(is.predicate().phraseLists(is.arguments())));
        }
        return lists;
    }

    private Judgement judgement(Scene scene) {
        Map<String, String> cannotTell = cannotTell(scene);
        List<Stopped> stopped = stopped(scene);
        stopped.forEach(each -> cannotTell.replace(each.code(), Scene.GAVE_UP));
        scene.explain();
        List<Seen> seen = new ArrayList<>();
        for (Rule rule : scene.fired().stream().sorted(Comparator.comparing(Rule::code)).toList()) {
            if (scene.isLate()) {
                // an observation nobody can explain is none
                cannotTell.put(rule.code(), Scene.NO_TIME);
            } else {
                seen.add(Reasons.seen(rule, scene));
            }
        }
        return new Judgement(scene.acts(), seen, cannotTell, stopped);
    }

    /** Every rule that says a sentence which was given up is one that runs away. */
    private List<Stopped> stopped(Scene scene) {
        Set<Integer> given = scene.stopped();
        if (given.isEmpty()) {
            return List.of();
        }
        List<Stopped> stopped = new ArrayList<>();
        for (Rule rule : rules) {
            rule.conditions().stream().flatMap(condition -> condition.parts().stream())
                    .filter(is -> given.contains(sentences.number(is))).findFirst()
                    .ifPresent(is -> stopped.add(new Stopped(rule.code(), is.sentence())));
        }
        return stopped;
    }

    private Map<String, String> cannotTell(Scene scene) {
        Map<String, String> cannotTell = new HashMap<>();
        List<Rule> candidates = !scene.gaveUp() && !scene.crowded() ? mayBeUnknown : behaviourRules();
        for (Rule rule : candidates) {
            Truth truth = Interpreter.truth(rule, is -> scene.finding(is).truth());
            if (truth == Truth.CANNOT_TELL) {
                cannotTell.put(rule.code(), Reasons.unknown(rule, scene));
            } else if (truth == Truth.YES && scene.crowded() && !scene.fired().contains(rule)) {
                cannotTell.put(rule.code(), "more than " + RuleBase.MOST_FIRINGS + " rules see something here");
            }
        }
        return cannotTell;
    }

    private static boolean mayBeUnknown(Rule rule) {
        return rule.conditions().stream()
                .anyMatch(condition -> condition.parts().stream().anyMatch(part -> part.predicate().mayBeUnknown()));
    }

    /** The first use of a rule base links its network: a millisecond that no turn shall pay. */
    private void warm() {
        TextSignals nothing = new TextSignals(TextSignals.VERSION, List.of(), List.of(), 0, Set.of(), Set.of(),
                List.of(), false, false, null, null);
        Setting setting = new Setting("", null);
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            Role role = round % 2 == 0 ? Role.LEARNER : Role.PARTNER;
            judge(new Moment(setting, List.of(
                    new SeenTurn(new Turn(1, role, "", "", null, null, null), nothing, Map.of()))));
        }
    }
}
