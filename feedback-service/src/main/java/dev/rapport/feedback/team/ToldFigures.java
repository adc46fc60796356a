package dev.rapport.feedback.team;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Figures as they were told the first time. They are never reckoned again: a reaction that came late, a corrected team or an
 * erased learner would change them by just what that one person was.
 */
@ApplicationScoped
class ToldFigures {

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;

    /** @param reckon only asked where nothing was told yet; of two replicas that ask at once the first one is told */
    @Transactional
    <T> T once(String tenant, String subject, YearMonth month, Class<T> type, Supplier<T> reckon) {
        Optional<T> before = find(tenant, subject, month, type);
        if (before.isPresent()) {
            return before.get();
        }
        database.createNativeQuery("insert into told_figures (tenant, subject, period, figures, told_at)"
                + " values (:tenant, :subject, :period, :figures, :at) on conflict do nothing")
                .setParameter("tenant", tenant).setParameter("subject", subject)
                .setParameter("period", month.atDay(1)).setParameter("figures", write(reckon.get()))
                .setParameter("at", clock.instant()).executeUpdate();
        return find(tenant, subject, month, type).orElseThrow();
    }

    private <T> Optional<T> find(String tenant, String subject, YearMonth month, Class<T> type) {
        return ToldFiguresEntity
                .<ToldFiguresEntity>find("tenant = ?1 and subject = ?2 and period = ?3", tenant, subject,
                        month.atDay(1))
                .firstResultOptional().map(row -> read(row.figures, type));
    }

    private String write(Object figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures that are no JSON", impossible);
        }
    }

    private <T> T read(String figures, Class<T> type) {
        try {
            return json.readValue(figures, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures that cannot be read", impossible);
        }
    }
}
