package dev.rapport.feedback.learner;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "learner_choice")
class ChoiceEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String learner;
    String profile;
    @Column(name = "two_points")
    boolean twoPoints;
    @Column(name = "reflect_first_since")
    Instant reflectFirstSince;
    @Column(name = "chosen_at")
    Instant chosenAt;
}
