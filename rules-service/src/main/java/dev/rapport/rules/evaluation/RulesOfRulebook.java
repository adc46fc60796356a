package dev.rapport.rules.evaluation;

import java.util.Set;
import java.util.stream.Collectors;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Rule;

/** A rulebook as a conversation needs it. Safe for threads. */
public final class RulesOfRulebook implements Rules {

    private final Judge judge;
    private final Set<String> codes;

    public RulesOfRulebook(Judge judge) {
        this.judge = judge;
        this.codes = judge.rulebook().behaviourRules().stream().map(Rule::code)
                .collect(Collectors.toUnmodifiableSet());
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
                judgement.cannotTell());
    }

    private Sighting sighting(Seen seen) {
        Conclusion.Observe observed = (Conclusion.Observe) seen.rule().conclusion();
        return new Sighting(seen.rule().code(), judge.rulebook().version(seen.rule()), observed.behaviour(),
                observed.polarity(), seen.rule().severity(), seen.clarity(), seen.evidence(), seen.because(),
                seen.otherwise());
    }
}
