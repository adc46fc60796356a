package dev.rapport.rules.version;

import java.time.Instant;

/**
 * A rule that ran away and is left out. Its owner has to change it; what says something else is heard again.
 *
 * @param code of the rule
 * @param version hash of what it said then
 * @param owner who answers for it, as it says itself
 * @param what the condition that took the work, as it is written
 */
public record SilencedRule(String code, String version, String name, String owner, String what, Instant since) {
}
