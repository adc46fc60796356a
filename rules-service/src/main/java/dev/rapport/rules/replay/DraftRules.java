package dev.rapport.rules.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import dev.rapport.events.Clarity;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Verdicts;

/**
 * A draft on one conversation that the rulebook in force has judged: only what can differ is judged again, the rest is
 * taken over.
 */
final class DraftRules implements Rules {

    private final String version;
    private final Set<String> codes;
    private final Effect effect;
    private final Rules again;
    private final IntFunction<Verdicts> before;

    /**
     * @param again judges the rules of the draft that the effect names
     * @param before what the rulebook in force said at a turn, by its number
     */
    DraftRules(String version, Set<String> codes, Effect effect, Rules again, IntFunction<Verdicts> before) {
        this.version = version;
        this.codes = codes;
        this.effect = effect;
        this.again = again;
        this.before = before;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Set<String> codes() {
        return codes;
    }

    @Override
    public Verdicts judge(Moment moment) {
        Verdicts old = before.apply(moment.current().turn().number());
        if (old == null) {
            // then the draft has nothing to take over, and this turn counts as one that could not be judged
            throw new IllegalStateException("the rulebook in force could not judge this turn");
        }
        Verdicts now = again.judge(moment);
        Map<String, Clarity> acts = new HashMap<>();
        old.acts().forEach((kind, clarity) -> {
            if (!effect.kinds().contains(kind)) {
                acts.put(kind, clarity);
            }
        });
        now.acts().forEach((kind, clarity) -> {
            if (effect.kinds().contains(kind)) {
                acts.put(kind, clarity);
            }
        });
        List<Sighting> seen = new ArrayList<>(now.seen());
        old.seen().stream().filter(sighting -> isTakenOver(sighting.rule())).forEach(seen::add);
        Map<String, String> undecided = new HashMap<>(now.undecided());
        old.undecided().forEach((rule, reason) -> {
            if (isTakenOver(rule)) {
                undecided.put(rule, reason);
            }
        });
        return new Verdicts(acts, seen, undecided);
    }

    private boolean isTakenOver(String rule) {
        return codes.contains(rule) && !effect.behaviours().contains(rule);
    }
}
