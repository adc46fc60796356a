package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.EventJson;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import dev.rapport.rules.version.ReleaseDecided;
import dev.rapport.rules.version.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Tells the topic what was released, one replica at a time. A release is marked only after the broker has it: a crash in
 * between tells it twice, and whoever knows it drops the second.
 */
@ApplicationScoped
class ReleasePublisher {

    private static final Logger LOG = Logger.getLogger(ReleasePublisher.class);
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final Config config;
    private final Releases releases;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "release-publisher");
        thread.setDaemon(true);
        return thread;
    });
    /** Made when it is first needed, because most replicas never publish anything. */
    private KafkaProducer<byte[], byte[]> producer;
    private boolean complained;

    ReleasePublisher(Config config, Releases releases) {
        this.config = config;
        this.releases = releases;
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::publish, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(15, TimeUnit.SECONDS);
        if (producer != null) {
            producer.close();
        }
    }

    /** Looks now instead of at the next second. */
    void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleaseDecided decided) {
        soon(this::publish);
    }

    /** A topic that was lost is filled again. */
    void topicIsKnown(@Observes ReleaseFeed.TopicKnown known) {
        soon(() -> {
            try {
                List<String> lost = releases.publishWhatIsMissing(known.releases());
                if (!lost.isEmpty()) {
                    LOG.warnf("the topic lacks releases of %d tenants, they are told again", lost.size());
                }
            } catch (RuntimeException away) {
                LOG.warnf("the topic cannot be compared with the database: %s", away.getClass().getSimpleName());
            }
            publish();
        });
    }

    private void soon(Runnable work) {
        if (!thread.isShutdown()) {
            thread.execute(work);
        }
    }

    private void publish() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::publishNext)) {
                // each has its own transaction
            }
            complained = false;
        } catch (RuntimeException away) {
            // told once per outage; the next look tries again
            if (!complained) {
                LOG.warnf("releases wait to be published: %s", away.getClass().getSimpleName());
                complained = true;
            }
        }
    }

    private boolean publishNext() {
        Optional<RulebookReleased> next = releases.next();
        next.ifPresent(release -> {
            send(release);
            releases.published(release);
        });
        return next.isPresent();
    }

    private void send(RulebookReleased release) {
        if (producer == null) {
            producer = new KafkaProducer<>(StreamProperties.releaseWriter(config), new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.RULEBOOKS,
                release.key().getBytes(StandardCharsets.UTF_8), EventJson.write(release));
        CloudEvents.headers(release, "rules-service", release.at()).forEach(record.headers()::add);
        try {
            producer.send(record).get();
        } catch (ExecutionException away) {
            throw new KafkaException(away.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException(stopping);
        }
    }
}
