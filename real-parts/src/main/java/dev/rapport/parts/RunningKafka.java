package dev.rapport.parts;

/**
 * A Kafka broker for tests, new and empty: in a container where an engine answers, as a JVM of its own otherwise. Prints
 * one line that says which.
 */
public interface RunningKafka extends AutoCloseable {

    /** Starts a broker and returns once it answers. */
    static RunningKafka start() {
        var containers = ContainerEngine.answers();
        Chosen.print("Kafka", containers);
        return containers ? KafkaInContainer.start() : EmbeddedKafka.start();
    }

    /** Where clients find it, {@code host:port}. Stays the same over {@link #goAway} and {@link #comeBack}. */
    String bootstrapServers();

    /** Creates all topics of {@link dev.rapport.events.Topics} and their dead-letter topics; leaves what is there. */
    default void createTopics() {
        HouseTopics.create(bootstrapServers());
    }

    /** Makes the broker unreachable. What it has acknowledged stays. */
    void goAway();

    /** Makes it reachable again and returns once it answers. */
    void comeBack();

    /** Ends the broker and removes its data. */
    @Override
    void close();
}
