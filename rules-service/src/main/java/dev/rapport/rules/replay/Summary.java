package dev.rapport.rules.replay;

import java.util.List;

/**
 * What a replay found.
 *
 * @param conversations that were judged
 * @param turns of all of them
 * @param learners whose they are
 * @param messages how many change, of all talks
 * @param rules those that saw something or were told before or after, sorted by code
 * @param kinds of conversation, sorted
 * @param clarities of the points told, surest first
 * @param before how many messages come to a learner now
 * @param after and with the draft
 */
public record Summary(long conversations, long turns, long learners, Count messages, List<RuleCount> rules,
        List<Count.Of> kinds, List<Count.Of> clarities, NagLoad before, NagLoad after) {

    public Summary {
        rules = List.copyOf(rules);
        kinds = List.copyOf(kinds);
        clarities = List.copyOf(clarities);
    }

    /**
     * @param before messages or points with the rulebook in force
     * @param after with the draft
     * @param fresh of those after, which were not there before
     * @param gone of those before, which are not there after
     * @param changed there before and after, about another moment or with another certainty
     * @param reworded there before and after, in other words
     */
    public record Count(long before, long after, long fresh, long gone, long changed, long reworded) {

        /** With the name of what is counted. */
        public record Of(String name, Count count) {
        }
    }

    /**
     * @param rule code
     * @param behaviour its name
     * @param seenBefore moments at which the rulebook in force sees it
     * @param seenAfter moments at which the draft does
     * @param newlySeen of those after, which were not there before
     * @param noLongerSeen of those before, which are not there after
     * @param points of messages
     */
    public record RuleCount(String rule, String behaviour, long seenBefore, long seenAfter, long newlySeen,
            long noLongerSeen, Count points) {
    }
}
