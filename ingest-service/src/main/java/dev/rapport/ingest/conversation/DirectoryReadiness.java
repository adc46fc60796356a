package dev.rapport.ingest.conversation;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the broker answers and the conversations are known; liveness has no part in it. */
@Readiness
class DirectoryReadiness implements HealthCheck {

    @Inject
    DirectoryFeed feed;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(feed.isCurrent())
                .withData("conversations", feed.directory().size()).build();
    }
}
