package dev.rapport.feedback.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "channel")
class ChannelEntity extends PanacheEntityBase {

    @Id
    String id;
    String tenant;
    /** Null for a channel of the tenant. */
    String learner;
    String name;
    @Enumerated(EnumType.STRING)
    ChannelKind kind;
    /** Sealed, as is the secret. */
    String url;
    String secret;
    String host;
    String salt;
    String zone;
    @Column(name = "quiet_from")
    LocalTime quietFrom;
    @Column(name = "quiet_to")
    LocalTime quietTo;
    boolean enabled;
    @Column(name = "disabled_reason")
    String disabledReason;
    @Column(name = "changed_at")
    Instant changedAt;

    Optional<QuietHours> quiet() {
        return zone == null ? Optional.empty() : Optional.of(new QuietHours(ZoneId.of(zone), quietFrom, quietTo));
    }
}
