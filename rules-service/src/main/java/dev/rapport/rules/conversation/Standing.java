package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Objects;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;

/**
 * An observation that has been told and not withdrawn. The words of its evidence are left out: they stand in the records
 * of their turns, and keeping them again for each observation would make the state grow with the rulebook.
 */
public record Standing(String learner, String rule, String ruleVersion, String rulebookVersion, String behaviour,
        Polarity polarity, Clarity clarity, List<Passage> evidence, List<String> because, String otherwise,
        Severity severity) {

    /** @param severity null in what was kept before there was one */
    public Standing {
        severity = Objects.requireNonNullElse(severity, Severity.MODERATE);
        evidence = List.copyOf(evidence);
        because = List.copyOf(because);
    }

    /** {@link Evidence} without its words. */
    public record Passage(int turn, Role role, Evidence.Part part, int from, int to, String focus, Long startMillis) {

        private Evidence in(Conversation conversation) {
            TurnRecord spoken = conversation.turn(turn);
            return spoken.acts().containsKey(SeenTurn.DEEP_DISCLOSURE)
                    ? new Evidence(turn, role, part, "", 0, 0, null, startMillis)
                    : new Evidence(turn, role, part, spoken.turn().text(), from, to, focus, startMillis);
        }
    }

    static Standing of(String learner, Sighting sighting, String rulebookVersion) {
        return new Standing(learner, sighting.rule(), sighting.ruleVersion(), rulebookVersion, sighting.behaviour(),
                sighting.polarity(), sighting.clarity(),
                sighting.evidence().stream().map(e -> new Passage(e.turn(), e.role(), e.part(), e.from(), e.to(),
                        e.focus(), e.startMillis())).toList(),
                sighting.because(), sighting.otherwise(), sighting.severity());
    }

    /** Whether both say the same; by which edition of the rulebook is no difference if the rule is the same. */
    boolean saysTheSameAs(Standing other) {
        return equals(new Standing(other.learner, other.rule, other.ruleVersion, rulebookVersion, other.behaviour,
                other.polarity,
                other.clarity, other.evidence, other.because, other.otherwise, other.severity));
    }

    BehaviourObserved told(Conversation conversation, int turn, boolean withdrawn) {
        return new BehaviourObserved(conversation.tenant(), conversation.id(), learner, turn,
                rule, ruleVersion, rulebookVersion, behaviour, polarity, clarity,
                evidence.stream().map(p -> p.in(conversation)).toList(),
                because, otherwise, withdrawn, severity);
    }
}
