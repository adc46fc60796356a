package dev.rapport.rules.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;

/** A rulebook as a conversation needs it. Safe for threads. */
public final class RulesOfRulebook implements Rules {

    private final Judge judge;
    private final Set<String> codes;
    /** Why nothing is known of each rule that is left out. */
    private final Map<String, String> silenced;

    public RulesOfRulebook(Judge judge) {
        this.judge = judge;
        this.codes = judge.rulebook().behaviourRules().stream().map(Rule::code)
                .collect(Collectors.toUnmodifiableSet());
        Set<String> heard = judge.behaviourRules().stream().map(Rule::code).collect(Collectors.toSet());
        this.silenced = codes.stream().filter(code -> !heard.contains(code)).collect(Collectors
                .toUnmodifiableMap(code -> code, code -> "the rule is silenced, because it took too much work"));
    }

    public Rulebook rulebook() {
        return judge.rulebook();
    }

    @Override
    public String version() {
        return judge.rulebook().version();
    }

    @Override
    public Set<String> codes() {
        return codes;
    }

    @Override
    public Verdicts judge(Moment moment) {
        Judgement judgement = judge.judge(moment);
        return new Verdicts(judgement.acts(), judgement.seen().stream().map(this::sighting).toList(),
                undecided(judgement), judgement.stopped().stream()
                        .collect(Collectors.toMap(Stopped::code, Stopped::what, (one, other) -> one)));
    }

    private Map<String, String> undecided(Judgement judgement) {
        if (silenced.isEmpty()) {
            return judgement.cannotTell();
        }
        Map<String, String> undecided = new HashMap<>(judgement.cannotTell());
        undecided.putAll(silenced);
        return undecided;
    }

    private Sighting sighting(Seen seen) {
        Conclusion.Observe observed = (Conclusion.Observe) seen.rule().conclusion();
        return new Sighting(seen.rule().code(), judge.rulebook().version(seen.rule()), observed.behaviour(),
                observed.polarity(), seen.rule().severity(), seen.clarity(), seen.evidence(), seen.because(),
                seen.otherwise());
    }
}
