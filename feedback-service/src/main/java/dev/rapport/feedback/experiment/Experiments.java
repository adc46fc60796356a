package dev.rapport.feedback.experiment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.experiment.Experiment;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;

/** The experiments of tenants; each has one at a time, and the last one is remembered. */
@ApplicationScoped
@Transactional
public class Experiments {

    /** Nobody goes without for longer, however often the end is moved. */
    static final int MOST_DAYS = 366;

    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    private final SecureRandom seeds = new SecureRandom();

    /** The tenant's experiment, running or over. */
    public Optional<Experiment> last(String tenant) {
        return row(tenant).map(Experiments::of);
    }

    /** What a learner is not told at {@code at}. */
    public HeldOut heldOut(String tenant, String learner, Collection<String> behaviours, Instant at) {
        return last(tenant).map(e -> e.of(learner, behaviours, at)).orElse(HeldOut.NONE);
    }

    /**
     * Begins an experiment, or moves the end of the one that runs.
     *
     * @param until the day it ends, at its beginning in UTC
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where one runs with another share, 400 where it would run for more
     *         than {@link #MOST_DAYS} days
     */
    public Experiment run(String tenant, int share, LocalDate until) {
        // two requests at once would begin two
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:experiment, 0)) is null",
                Boolean.class).setParameter("experiment", "experiment/" + tenant).getSingleResult();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<ExperimentEntity> running = row(tenant).filter(e -> now.isBefore(e.until));
        if (running.isPresent() && running.get().share != share) {
            throw Problems.experimentRuns(running.get().share);
        }
        running.map(e -> e.since.atZone(ZoneOffset.UTC).toLocalDate().plusDays(MOST_DAYS)).filter(until::isAfter)
                .ifPresent(latest -> {
                    throw Problems.badRequest(new FieldError("until", "more than a year after it began",
                            "send a date up to " + latest + ", or end it and begin another"));
                });
        ExperimentEntity row = running.orElseGet(() -> {
            ExperimentEntity begun = new ExperimentEntity();
            begun.tenant = tenant;
            begun.seed = seeds.nextLong();
            begun.share = share;
            begun.since = now;
            return begun;
        });
        row.until = until.atStartOfDay(ZoneOffset.UTC).toInstant();
        row.persist();
        return of(row);
    }

    /** Ends what runs; from now on everybody gets every message. */
    public void end(String tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row(tenant).filter(e -> now.isBefore(e.until)).ifPresent(e -> e.until = now);
    }

    private static Optional<ExperimentEntity> row(String tenant) {
        return ExperimentEntity.<ExperimentEntity>find("tenant = ?1 order by id desc", tenant).firstResultOptional();
    }

    private static Experiment of(ExperimentEntity row) {
        return new Experiment(row.tenant, row.seed, row.share, row.since, row.until);
    }
}
