package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Map;

/**
 * What the behaviour rules said of one moment. A rule in neither part said no.
 *
 * @param seen one for each rule that said yes
 * @param undecided code of each rule that could not tell, with what was missing, in words
 */
public record Verdicts(List<Sighting> seen, Map<String, String> undecided) {

    public Verdicts {
        seen = List.copyOf(seen);
        undecided = Map.copyOf(undecided);
    }
}
