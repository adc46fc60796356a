package dev.rapport.rules.figures;

/**
 * What a rule did in a while.
 *
 * @param rule its code
 * @param hits observations that stand
 * @param learners in whose talks it saw something
 * @param helpful and so on: points of messages of which the learner's last word was that
 * @param deliberate it happened, and on purpose: never counts against the rule
 */
public record RuleFigures(String rule, long hits, long learners, long helpful, long deliberate, long notRight,
        long stopped) {

    /** Share of "not right" among those who said it was helpful or not right; null if nobody did. */
    public Double disputed() {
        long said = helpful + notRight;
        return said == 0 ? null : (double) notRight / said;
    }
}
