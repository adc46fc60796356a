package dev.rapport.rules.version;

import java.time.Instant;

/**
 * A rule that is set aside: it ran away and is left out, or learners often called it not right and it coaches nobody. Its
 * owner has to change it; what says something else is heard again.
 *
 * @param code of the rule
 * @param version hash of what it said then
 * @param owner who answers for it, as it says itself
 * @param what the condition that took the work, as it is written; or what learners said
 * @param observes whether it goes on seeing, and only coaches nobody
 */
public record SilencedRule(String code, String version, String name, String owner, String what, boolean observes,
        Instant since) {
}
