package dev.rapport.rules.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.vocabulary.Truth;

/**
 * Judges moments by one rulebook: first what the current turn is, stage by stage, then what it shows, in one session. The
 * same moment gets the same judgement. Safe for threads; building one takes milliseconds and is done before it is
 * published.
 */
public final class Judge {

    private static final int WARMING_ROUNDS = 20;

    private final Rulebook rulebook;
    private final Sentences sentences;
    private final Senses senses;
    private final RuleBase base;
    private final List<Rule> mayBeUnknown;

    public Judge(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.sentences = new Sentences(rulebook);
        this.senses = new Senses(rulebook.phrases());
        this.base = new RuleBase(rulebook, sentences);
        this.mayBeUnknown = rulebook.behaviourRules().stream().filter(Judge::mayBeUnknown).toList();
        warm();
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** Everything; what {@code moment} says of the kinds of its current turn is decided anew. */
    public Judgement judge(Moment moment) {
        Scene scene = new Scene(moment, senses, sentences);
        base.judge(scene);
        return judgement(scene);
    }

    /** What kinds of turn the current one is. */
    public Map<String, Clarity> acts(Moment moment) {
        return judge(moment).acts();
    }

    /** What behaviours show, taking the kinds of the current turn as {@code moment} says them. */
    public List<Seen> behaviours(Moment moment) {
        Scene scene = Scene.knowing(moment, senses, sentences);
        base.judgeBehaviours(scene);
        return judgement(scene).seen();
    }

    /** What speaks against the rule at this moment, one sentence for each condition that does not hold. */
    public List<String> against(Rule rule, Moment moment) {
        Scene scene = new Scene(moment, senses, sentences);
        base.judge(scene);
        scene.explain();
        return Reasons.against(rulebook.rule(rule.code()).orElseThrow(), scene);
    }

    private Judgement judgement(Scene scene) {
        Map<String, String> cannotTell = cannotTell(scene);
        Set<String> stopped = Set.copyOf(scene.stopped());
        scene.explain();
        List<Seen> seen = scene.fired().stream().sorted(Comparator.comparing(Rule::code))
                .map(rule -> Reasons.seen(rule, scene)).toList();
        return new Judgement(scene.acts(), seen, cannotTell, stopped.stream().sorted().toList());
    }

    private Map<String, String> cannotTell(Scene scene) {
        Map<String, String> cannotTell = new HashMap<>();
        List<Rule> candidates = scene.stopped().isEmpty() ? mayBeUnknown : rulebook.behaviourRules();
        for (Rule rule : candidates) {
            if (Interpreter.truth(rule, is -> scene.finding(is).truth()) == Truth.CANNOT_TELL) {
                cannotTell.put(rule.code(), Reasons.unknown(rule, scene));
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
