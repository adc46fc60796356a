package dev.rapport.ingest.broker;

/** The broker did not acknowledge in time. Some records may have reached it; sending all of them again does no harm. */
public final class BrokerAway extends RuntimeException {

    public BrokerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
