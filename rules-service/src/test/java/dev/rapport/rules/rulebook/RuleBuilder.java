package dev.rapport.rules.rulebook;

import java.time.LocalDate;
import java.util.List;

/** A rule like another but for what is said. */
final class RuleBuilder {

    private Rule rule;

    RuleBuilder(Rule like) {
        this.rule = like;
    }

    RuleBuilder name(String name) {
        rule = new Rule(name, rule.code(), rule.owner(), rule.source(), rule.reviewBy(), rule.severity(),
                rule.conditions(),
                rule.conclusion());
        return this;
    }

    RuleBuilder code(String code) {
        rule = new Rule(rule.name(), code, rule.owner(), rule.source(), rule.reviewBy(), rule.severity(),
                rule.conditions(),
                rule.conclusion());
        return this;
    }

    RuleBuilder owner(String owner) {
        rule = new Rule(rule.name(), rule.code(), owner, rule.source(), rule.reviewBy(), rule.severity(),
                rule.conditions(),
                rule.conclusion());
        return this;
    }

    RuleBuilder source(String source) {
        rule = new Rule(rule.name(), rule.code(), rule.owner(), source, rule.reviewBy(), rule.severity(),
                rule.conditions(),
                rule.conclusion());
        return this;
    }

    RuleBuilder reviewBy(LocalDate reviewBy) {
        rule = new Rule(rule.name(), rule.code(), rule.owner(), rule.source(), reviewBy, rule.severity(),
                rule.conditions(),
                rule.conclusion());
        return this;
    }

    RuleBuilder conditions(List<Condition> conditions) {
        rule = new Rule(rule.name(), rule.code(), rule.owner(), rule.source(), rule.reviewBy(), rule.severity(),
                conditions,
                rule.conclusion());
        return this;
    }

    Rule build() {
        return rule;
    }
}
