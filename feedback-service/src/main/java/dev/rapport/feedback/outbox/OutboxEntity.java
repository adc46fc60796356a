package dev.rapport.feedback.outbox;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "outbox")
class OutboxEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    @Column(name = "event_id")
    String eventId;
    String topic;
    @Column(name = "event_type")
    String eventType;
    String event;
    @Column(name = "happened_at")
    Instant happenedAt;
    @Column(name = "published_at")
    Instant publishedAt;
}
