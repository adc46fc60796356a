package dev.rapport.feedback.message;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerConfig;

import dev.rapport.releases.ReleaseReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Follows what tenants release. */
@ApplicationScoped
public class ReleaseFollower {

    private final CountDownLatch known = new CountDownLatch(1);
    private final ReleaseReader reader;

    ReleaseFollower(TenantMessages messages, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.reader = new ReleaseReader(() -> client(kafka), messages::take, known::countDown);
    }

    void begin(@Observes StartupEvent started) {
        reader.begin();
    }

    void end(@Observes ShutdownEvent stop) throws InterruptedException {
        reader.end();
    }

    /**
     * Waits until the releases there were at the start are known, so that nothing is said in words a tenant has replaced.
     *
     * @return whether they are
     */
    public boolean waitUntilKnown(Duration longest) throws InterruptedException {
        return known.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Properties client(Map<String, Object> kafka) {
        Properties client = new Properties();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                client.put(key, value.toString());
            }
        });
        client.put(ConsumerConfig.CLIENT_ID_CONFIG, "feedback-service-releases");
        return client;
    }
}
