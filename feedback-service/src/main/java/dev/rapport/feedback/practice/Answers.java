package dev.rapport.feedback.practice;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Waits a moment for the rules' answer, so that most learners see it at once. It looks into the database, because another
 * replica may have taken the answer.
 */
@ApplicationScoped
public class Answers {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Inject
    Practice practice;
    @Inject
    PracticeConfig config;

    /** @return the attempt with its verdict, or as it was if there is none in time */
    public Attempt to(String tenant, Attempt attempt) {
        long until = System.nanoTime() + config.patience().toNanos();
        Attempt now = attempt;
        while (!now.wasJudged() && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return now;
            }
            now = practice.find(tenant, attempt.message(), attempt.id()).orElse(now);
        }
        return now;
    }
}
