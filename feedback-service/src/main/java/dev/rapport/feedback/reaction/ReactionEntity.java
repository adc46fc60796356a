package dev.rapport.feedback.reaction;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.message.PointName;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "reaction")
class ReactionEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String learner;
    String message;
    @Enumerated(EnumType.STRING)
    PointName point;
    @Enumerated(EnumType.STRING)
    Reaction reaction;
    @Column(name = "given_at")
    Instant givenAt;
}
