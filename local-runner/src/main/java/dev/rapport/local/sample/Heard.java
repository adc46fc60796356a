package dev.rapport.local.sample;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the house said about one talk.
 *
 * @param coached whether there was a message with a point
 * @param strength code of the point to keep; null if there was none, as {@code growth}
 * @param says the sentences of its points, by code
 * @param goal code of what the learner works on; null if nothing
 * @param unsaid what was seen and not spoken of: code to the reason
 * @param text the whole message
 */
public record Heard(String learner, Instant at, boolean coached, String strength, String growth,
        Map<String, String> says, String goal, Map<String, String> unsaid, String text, Set<Habit> meant) {

    private static final String TOO_FEW = "TOO_FEW";

    public Heard {
        says = Map.copyOf(says);
        unsaid = Map.copyOf(unsaid);
        meant = Set.copyOf(meant);
    }

    boolean speaksOf(String code) {
        return code.equals(strength) || code.equals(growth);
    }

    /** Codes of what was seen often enough to count. */
    Set<String> seen() {
        var seen = new HashSet<>(says.keySet());
        unsaid.forEach((code, reason) -> {
            if (!reason.equals(TOO_FEW)) {
                seen.add(code);
            }
        });
        return seen;
    }
}
