package dev.rapport.feedback.observation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "observation")
class ObservationEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String conversation;
    @Column(name = "event_id")
    String eventId;
    boolean withdrawn;
    String event;
    /** Whether the words it was seen in are still in the event. */
    boolean words;
    @Column(name = "topic_partition")
    int topicPartition;
    @Column(name = "topic_offset")
    long topicOffset;
    @Column(name = "received_at")
    Instant receivedAt;
}
