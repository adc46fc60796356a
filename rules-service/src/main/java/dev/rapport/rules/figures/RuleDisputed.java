package dev.rapport.rules.figures;

/**
 * Learners say too often that a rule is not right.
 *
 * @param ruleVersion what they speak of
 */
public record RuleDisputed(String tenant, String rule, String ruleVersion, Precision precision) {
}
