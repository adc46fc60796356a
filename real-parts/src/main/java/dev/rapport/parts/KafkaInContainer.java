package dev.rapport.parts;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container. */
final class KafkaInContainer implements RunningKafka {

    /** System property that names another image. */
    private static final String IMAGE = "rapport.parts.kafka-image";

    private final KafkaContainer container;

    private KafkaInContainer(KafkaContainer container) {
        this.container = container;
    }

    static KafkaInContainer start() {
        var image = DockerImageName.parse(System.getProperty(IMAGE, "apache/kafka:4.1.2"))
                .asCompatibleSubstituteFor("apache/kafka");
        var container = new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return new KafkaInContainer(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void goAway() {
        // not stopped: a container that starts again has another port
        container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void comeBack() {
        container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
