package dev.rapport.rules.release;

/**
 * A rule took too much work and was given up at one moment. Fired from the thread that judges: whoever hears it must not
 * wait for anything.
 *
 * @param rule its code
 * @param what the condition that took the work, as it is written
 */
public record RuleStopped(String tenant, String rule, String what) {
}
