package dev.rapport.rules.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "tenant_releases")
class TenantReleasesEntity extends PanacheEntityBase {

    @Id
    String tenant;
    @Column(name = "last_number")
    int lastNumber;
    long release;
    long published;
}
