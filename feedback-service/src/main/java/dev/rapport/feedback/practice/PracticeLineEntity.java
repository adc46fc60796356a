package dev.rapport.feedback.practice;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.rapport.coaching.practice.Repetition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "practice_line")
class PracticeLineEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String learner;
    String message;
    @Column(name = "in_a_row")
    int inARow;
    double ease;
    int days;
    @Column(name = "due_at")
    Instant dueAt;

    Repetition known() {
        return new Repetition(inARow, ease, days);
    }

    void know(Repetition known, Instant since) {
        inARow = known.inARow();
        ease = known.ease();
        days = known.days();
        dueAt = since.plus(known.rest());
    }
}
