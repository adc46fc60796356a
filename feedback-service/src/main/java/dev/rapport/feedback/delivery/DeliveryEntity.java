package dev.rapport.feedback.delivery;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "delivery")
class DeliveryEntity extends PanacheEntityBase {

    @Id
    String id;
    String tenant;
    String learner;
    String message;
    String channel;
    @Enumerated(EnumType.STRING)
    DeliveryState state;
    int attempts;
    @Column(name = "next_at")
    Instant nextAt;
    String lease;
    @Column(name = "leased_until")
    Instant leasedUntil;
    @Column(name = "last_status")
    Integer lastStatus;
    @Column(name = "last_problem")
    String lastProblem;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "ended_at")
    Instant endedAt;

    void end(DeliveryState how, String problem, Instant at) {
        state = how;
        lastProblem = problem;
        lease = null;
        leasedUntil = null;
        endedAt = at;
    }
}
