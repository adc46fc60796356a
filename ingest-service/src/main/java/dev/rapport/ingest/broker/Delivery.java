package dev.rapport.ingest.broker;

import java.time.Duration;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Records on their way to the broker. However many there are, only a count of the unacknowledged ones is kept; the
 * client's own buffer holds the sender back when the broker is slow. For one thread; acknowledgements come on another.
 */
public final class Delivery {

    private final Producer<String, byte[]> producer;
    private final long patienceNanos;
    private long unacknowledged;
    private long lastOffset = -1;
    private Exception failure;

    Delivery(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patienceNanos = patience.toNanos();
    }

    /**
     * Hands one record over without waiting for its acknowledgement.
     *
     * @throws BrokerAway if this one or an earlier one could not be delivered
     */
    public void send(ProducerRecord<String, byte[]> record) {
        synchronized (this) {
            failIfFailed();
            unacknowledged++;
        }
        try {
            producer.send(record, this::acknowledged);
        } catch (KafkaException refused) {
            acknowledged(null, refused);
        }
    }

    /**
     * Waits until the broker has acknowledged every record.
     *
     * @return the offset of the record acknowledged last; -1 if none was sent
     * @throws BrokerAway if one could not be delivered
     */
    public synchronized long acknowledged() {
        long until = System.nanoTime() + patienceNanos;
        while (unacknowledged > 0 && failure == null) {
            long millis = (until - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new BrokerAway("the broker did not acknowledge", null);
            }
            try {
                wait(millis);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new BrokerAway("stopped while waiting for the broker", stopping);
            }
        }
        failIfFailed();
        return lastOffset;
    }

    private synchronized void acknowledged(RecordMetadata metadata, Exception failed) {
        unacknowledged--;
        if (failed == null) {
            lastOffset = metadata.offset();
        } else if (failure == null) {
            failure = failed;
        }
        notifyAll();
    }

    private void failIfFailed() {
        if (failure != null) {
            throw new BrokerAway("a record could not be delivered", failure);
        }
    }
}
