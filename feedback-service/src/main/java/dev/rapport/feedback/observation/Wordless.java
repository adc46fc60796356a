package dev.rapport.feedback.observation;

import java.util.List;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Evidence;

/** An observation without the words it was seen in: what was seen, in which turns, stays. */
final class Wordless {

    private Wordless() {
    }

    static BehaviourObserved of(BehaviourObserved seen) {
        return new BehaviourObserved(seen.tenant(), seen.conversation(), seen.learner(), seen.turn(), seen.rule(),
                seen.ruleVersion(), seen.rulebookVersion(), seen.behaviour(), seen.polarity(), seen.clarity(),
                // the reasons quote the words as well
                seen.evidence().stream().map(Wordless::of).toList(), List.of(), null, seen.withdrawn(),
                seen.severity());
    }

    private static Evidence of(Evidence passage) {
        return new Evidence(passage.turn(), passage.role(), passage.part(), "", 0, 0, null, passage.startMillis());
    }
}
