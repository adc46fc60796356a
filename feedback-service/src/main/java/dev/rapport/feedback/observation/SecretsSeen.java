package dev.rapport.feedback.observation;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.coaching.composition.Talk;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.feedback.transcript.Secrets;

/** Also what was withdrawn since: a suspicion is enough to keep nothing. */
@ApplicationScoped
class SecretsSeen implements Secrets {

    @Override
    public Of of(String tenant, String conversation) {
        boolean danger = false;
        Set<Integer> turns = new TreeSet<>();
        for (BehaviourObserved seen : ObservationInbox.ofTalk(tenant, conversation)) {
            danger |= seen.rule().equals(Talk.CRISIS);
            turns.addAll(turns(seen));
        }
        return new Of(danger, turns);
    }

    /** @return none unless it is a deep disclosure */
    static Set<Integer> turns(BehaviourObserved seen) {
        Set<Integer> turns = new TreeSet<>();
        if (seen.rule().equals(Talk.DEEP_DISCLOSURE)) {
            turns.add(seen.turn());
            seen.evidence().forEach(passage -> turns.add(passage.turn()));
        }
        return turns;
    }
}
