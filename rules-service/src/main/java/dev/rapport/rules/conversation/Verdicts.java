package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Map;

import dev.rapport.events.Clarity;

/**
 * What the rules said of one moment. A behaviour rule neither in {@code seen} nor in {@code undecided} said no.
 *
 * @param acts kinds of turn that the current one is
 * @param seen one for each rule that said yes
 * @param undecided code of each rule that could not tell, with what was missing, in words
 * @param stopped code of each rule that took too much work and was given up, with the condition that took it
 */
public record Verdicts(Map<String, Clarity> acts, List<Sighting> seen, Map<String, String> undecided,
        Map<String, String> stopped) {

    public Verdicts {
        acts = Map.copyOf(acts);
        seen = List.copyOf(seen);
        undecided = Map.copyOf(undecided);
        stopped = Map.copyOf(stopped);
    }

    /** Where no rule took too much work. */
    public Verdicts(Map<String, Clarity> acts, List<Sighting> seen, Map<String, String> undecided) {
        this(acts, seen, undecided, Map.of());
    }
}
