package dev.rapport.feedback.message;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.rapport.coaching.composition.Kind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "message")
class MessageEntity extends PanacheEntityBase {

    @Id
    String id;
    String tenant;
    String learner;
    String conversation;
    @Enumerated(EnumType.STRING)
    Kind kind;
    String strength;
    String growth;
    /** Null but for learners who asked for two points to try. */
    String second;
    @Column(name = "composed_at")
    Instant composedAt;
    String content;
    /** Null where the talk was not looked into. */
    String past;
}
