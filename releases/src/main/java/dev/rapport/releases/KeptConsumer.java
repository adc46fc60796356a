package dev.rapport.releases;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * A consumer in a thread of its own for as long as the service runs. After a failure a new one begins after a pause, and says
 * so once until something goes well again.
 */
public final class KeptConsumer {

    /** What is done with it. */
    public interface Work {

        /** @return false if there is nothing to read from yet: it is asked again after a pause */
        boolean begin(KafkaConsumer<byte[], byte[]> consumer);

        /** Polls once; called until the end or a failure. */
        void round(KafkaConsumer<byte[], byte[]> consumer);
    }

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Supplier<Properties> settings;
    private final Duration pause;
    private final Work work;
    private final Logger log;
    private final String waiting;
    private final Thread thread;
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;

    /**
     * @param name of its thread
     * @param pause before the next attempt
     * @param waiting what the log says while it cannot read, e.g. "releases cannot be read"
     */
    public KeptConsumer(String name, Supplier<Properties> settings, Duration pause, Work work, Logger log,
            String waiting) {
        this.settings = settings;
        this.pause = pause;
        this.work = work;
        this.log = log;
        this.waiting = waiting;
        this.thread = new Thread(this::keepGoing, name);
        thread.setDaemon(true);
    }

    public void begin() {
        thread.start();
    }

    public void end() throws InterruptedException {
        ending.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(GOODBYE.toMillis());
    }

    private void keepGoing() {
        boolean complained = false;
        while (ending.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.get(),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                boolean something = work.begin(consumer);
                while (something && ending.getCount() > 0) {
                    work.round(consumer);
                    complained = false;
                }
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException away) {
                if (!complained && ending.getCount() > 0) {
                    log.warnf("%s: %s", waiting, away.getClass().getSimpleName());
                    complained = true;
                }
            }
            reading = null;
            try {
                ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException asked) {
                return;
            }
        }
    }
}
