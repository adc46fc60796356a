package dev.rapport.events;

import java.util.List;

/**
 * A rule saw a behaviour of the learner. The same observation may come again, corrected by a late turn: it keeps its id
 * and the last word counts; {@code withdrawn} says that it no longer holds.
 *
 * @param turn the learner's turn at which it was seen
 * @param rule code of the rule, e.g. {@code B01}
 * @param ruleVersion hash of the rule's content, 12 hex digits
 * @param rulebookVersion hash of the whole rulebook, 12 hex digits
 * @param behaviour its name in words, e.g. {@code follow-up question}
 * @param evidence in the order of the turns; at least one {@link Evidence.Part#ACT}
 * @param because one sentence for each condition that held
 * @param otherwise what would have changed it, one sentence
 * @param severity how much it matters; null in events of before there was one, which means moderate
 */
public record BehaviourObserved(String tenant, String conversation, String learner, int turn, String rule,
        String ruleVersion, String rulebookVersion, String behaviour, Polarity polarity, Clarity clarity,
        List<Evidence> evidence, List<String> because, String otherwise, boolean withdrawn, Severity severity)
        implements
            Event {

    public BehaviourObserved {
        evidence = List.copyOf(evidence);
        because = List.copyOf(because);
    }

    @Override
    public String id() {
        return Keys.conversation(tenant, conversation) + "/turn/" + turn + "/" + rule;
    }

    @Override
    public String key() {
        return Keys.conversation(tenant, conversation);
    }
}
