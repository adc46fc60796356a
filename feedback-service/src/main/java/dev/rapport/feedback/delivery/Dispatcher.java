package dev.rapport.feedback.delivery;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.rapport.feedback.delivery.wire.Wire;
import dev.rapport.feedback.message.CoachingMessage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** Keeps a {@link Dispatch} going: every second, and at once after a message was composed or a place became free. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final long SECONDS_BETWEEN_LOOKS = 1;
    private static final int SETTLING_THREADS = 4;

    @Inject
    DeliveryConfig config;
    @Inject
    Outside outside;
    @Inject
    Deliveries deliveries;
    @Inject
    Vertx vertx;
    @Inject
    Clock clock;

    private ScheduledExecutorService looking;
    private ExecutorService settling;
    private ExecutorService lookups;
    private Wire wire;
    private Dispatch dispatch;
    private boolean complained;

    void start(@Observes StartupEvent started) {
        if (config.sending()) {
            begin();
        }
    }

    /** Without a key there is no channel, and so nothing to send. */
    synchronized void begin() {
        outside.keys().ifPresent(keys -> {
            looking = Executors.newSingleThreadScheduledExecutor(named("delivery-looks"));
            settling = Executors.newFixedThreadPool(SETTLING_THREADS, named("delivery-settles"));
            lookups = Executors.newFixedThreadPool(config.open(), named("delivery-resolves"));
            wire = new Wire(vertx, new HttpClientOptions(), outside.guard(),
                    host -> List.of(InetAddress.getAllByName(host)), lookups, config.limit(), clock);
            dispatch = new Dispatch(deliveries, new Writing(keys, outside.payloads()), wire,
                    new Dispatch.Limits(config.open(), config.openPerChannel(), config.limit()), clock,
                    () -> ThreadLocalRandom.current().nextDouble(), settling);
            looking.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS,
                    TimeUnit.SECONDS);
        });
    }

    /** What is on its way and not settled by then is sent again under the same id. */
    synchronized void end(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (looking == null) {
            return;
        }
        looking.shutdown();
        looking.awaitTermination(5, TimeUnit.SECONDS);
        wire.close();
        lookups.shutdown();
        settling.shutdown();
        settling.awaitTermination(5, TimeUnit.SECONDS);
        looking = null;
    }

    void composed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CoachingMessage message) {
        wake();
    }

    private synchronized void wake() {
        if (looking != null && !looking.isShutdown()) {
            looking.execute(this::look);
        }
    }

    private void look() {
        try {
            List<CompletableFuture<Void>> begun = dispatch.look();
            begun.forEach(each -> each.whenComplete((done, failed) -> wake()));
            complained = false;
        } catch (RuntimeException away) {
            // told once per outage; the rows wait, and the next look tries again
            if (!complained) {
                LOG.warnf("Deliveries wait: %s", away.getClass().getSimpleName());
                complained = true;
            }
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
