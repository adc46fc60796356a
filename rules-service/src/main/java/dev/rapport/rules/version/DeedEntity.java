package dev.rapport.rules.version;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "history")
class DeedEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    Integer number;
    String person;
    Instant at;
    String deed;
    String why;
    String hash;

    Deed deed() {
        return new Deed(id, number, person, at, Deed.What.valueOf(deed), why, hash);
    }
}
