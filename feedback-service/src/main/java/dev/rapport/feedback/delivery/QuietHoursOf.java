package dev.rapport.feedback.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** When learners want to hear nothing. */
@ApplicationScoped
@Transactional
class QuietHoursOf {

    Optional<QuietHours> of(String tenant, String learner) {
        return row(tenant, learner).map(QuietHoursEntity::hours);
    }

    void set(String tenant, String learner, QuietHours hours) {
        QuietHoursEntity row = row(tenant, learner).orElseGet(QuietHoursEntity::new);
        row.tenant = tenant;
        row.learner = learner;
        row.zone = hours.zone().getId();
        row.from = hours.from();
        row.to = hours.to();
        row.persist();
    }

    void drop(String tenant, String learner) {
        QuietHoursEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }

    private static Optional<QuietHoursEntity> row(String tenant, String learner) {
        return QuietHoursEntity.<QuietHoursEntity>find("tenant = ?1 and learner = ?2", tenant, learner)
                .firstResultOptional();
    }
}
