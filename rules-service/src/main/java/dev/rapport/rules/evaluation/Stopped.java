package dev.rapport.rules.evaluation;

/**
 * A rule that took too much work at a moment and was given up; the others went on.
 *
 * @param code of the rule
 * @param what the condition that took it, as it is written
 */
public record Stopped(String code, String what) {
}
