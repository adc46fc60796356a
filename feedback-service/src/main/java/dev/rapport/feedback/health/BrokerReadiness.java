package dev.rapport.feedback.health;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.common.annotation.Identifier;

/** Ready while the broker answers within two seconds; the framework's own check waits half a minute. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

    private static final int MILLIS = 2_000;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private Admin admin;

    @PostConstruct
    void connect() {
        Map<String, Object> config = new HashMap<>();
        kafka.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                config.put(key, value.toString());
            }
        });
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "feedback-service-readiness");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS);
        admin = Admin.create(config);
    }

    @PreDestroy
    void disconnect() {
        admin.close();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(answers()).build();
    }

    private boolean answers() {
        try {
            return !admin.describeCluster().nodes().get(MILLIS, TimeUnit.MILLISECONDS).isEmpty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            return false;
        }
    }
}
