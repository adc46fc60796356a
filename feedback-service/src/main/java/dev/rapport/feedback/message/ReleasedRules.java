package dev.rapport.feedback.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rapport.events.RulebookReleased;

/**
 * The rules a tenant released, as texts: what is said of a rule to those who have to approve of it.
 *
 * @param version of the tenant
 * @param behaviours texts of the files of behaviour rules by path
 * @param silenced codes of rules that are left out because they ran away
 */
public record ReleasedRules(int version, Map<String, String> behaviours, List<String> silenced) {

    private static final String FOLDER = "behaviours/";

    /** @return null where the rulebook of the house is in force */
    static ReleasedRules of(RulebookReleased event) {
        if (event.files() == null || event.number() == null) {
            return null;
        }
        Map<String, String> behaviours = new TreeMap<>(event.files());
        behaviours.keySet().removeIf(path -> !path.startsWith(FOLDER));
        return new ReleasedRules(event.number(), behaviours, event.silenced());
    }
}
