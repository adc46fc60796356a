package dev.rapport.coaching.composition;

/**
 * Another way to say the same moment.
 *
 * @param insteadOf what the learner said, as quoted
 * @param say what they could say
 * @param builtFrom the partner's words it is built from, as they said them; null where it uses none
 */
public record Rewritten(String insteadOf, String say, String builtFrom) {
}
