package dev.rapport.coaching.history;

import dev.rapport.events.Polarity;

/**
 * What has to be known of a behaviour to follow it over time.
 *
 * @param needed turns it takes to count as seen
 */
public record Behaviour(String code, Polarity polarity, int needed) {

    /**
     * @param turns it was seen in
     * @return how it went in one talk
     */
    public Outcome outcome(boolean judged, int turns) {
        boolean seen = turns >= needed;
        if (!judged && !seen) {
            return Outcome.UNKNOWN;
        }
        return seen == (polarity == Polarity.KEEP) ? Outcome.SUCCESS : Outcome.LAPSE;
    }
}
