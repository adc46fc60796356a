package dev.rapport.feedback.delivery;

import java.time.LocalTime;
import java.time.ZoneId;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "quiet_hours")
class QuietHoursEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    String learner;
    String zone;
    @Column(name = "quiet_from")
    LocalTime from;
    @Column(name = "quiet_to")
    LocalTime to;

    QuietHours hours() {
        return new QuietHours(ZoneId.of(zone), from, to);
    }
}
