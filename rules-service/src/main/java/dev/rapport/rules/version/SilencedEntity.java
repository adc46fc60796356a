package dev.rapport.rules.version;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "silenced_rule")
@IdClass(SilencedEntity.Key.class)
class SilencedEntity extends PanacheEntityBase {

    @Id
    String tenant;
    @Id
    String rule;
    @Column(name = "rule_version")
    String ruleVersion;
    String name;
    String owner;
    String what;
    /** Whether it goes on seeing, and only coaches nobody. */
    boolean observes;
    @Column(name = "silenced_at")
    Instant silencedAt;

    static List<String> codes(String tenant, boolean observing) {
        return SilencedEntity.<SilencedEntity>list("tenant = ?1 and observes = ?2 order by rule", tenant, observing)
                .stream().map(s -> s.rule).toList();
    }

    static Optional<SilencedEntity> of(String tenant, String code) {
        return SilencedEntity.<SilencedEntity>find("tenant = ?1 and rule = ?2", tenant, code).firstResultOptional();
    }

    SilencedRule silenced() {
        return new SilencedRule(rule, ruleVersion, name, owner, what, observes, silencedAt);
    }

    /** What makes it one. */
    static final class Key implements Serializable {

        String tenant;
        String rule;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.tenant.equals(tenant) && key.rule.equals(rule);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, rule);
        }
    }
}
