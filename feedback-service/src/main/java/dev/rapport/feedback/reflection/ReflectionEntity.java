package dev.rapport.feedback.reflection;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "reflection")
class ReflectionEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String learner;
    String message;
    Integer best;
    Integer hardest;
    String note;
    Instant at;

    Reflection reflection() {
        return new Reflection(best, hardest, note);
    }
}
