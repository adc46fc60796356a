package dev.rapport.rules.version;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "version_author")
@IdClass(AuthorEntity.Key.class)
class AuthorEntity extends PanacheEntityBase {

    @Id
    String tenant;
    @Id
    int number;
    @Id
    String person;

    /** What makes it one. */
    static final class Key implements Serializable {

        String tenant;
        int number;
        String person;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.tenant.equals(tenant) && key.number == number
                    && key.person.equals(person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, number, person);
        }
    }
}
