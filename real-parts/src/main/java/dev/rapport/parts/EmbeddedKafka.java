package dev.rapport.parts;

import java.nio.file.Path;

/** A broker in a child JVM with data that goes when it does. */
final class EmbeddedKafka implements RunningKafka {

    private static final int MOST_ATTEMPTS = 3;

    private final TemporaryFolder folder;
    private final int port;
    private final int controllerPort;
    private BrokerProcess broker;

    private EmbeddedKafka(TemporaryFolder folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * A port that was free a moment ago can be taken when the broker gets to it, so a broker that ends while starting is
     * tried again with other ports; what it said is kept and told.
     */
    static EmbeddedKafka start() {
        for (int attempt = 1;; attempt++) {
            try {
                return startOnce();
            } catch (IllegalStateException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                System.out.println("parts: " + e.getMessage() + "; trying again with other ports");
            }
        }
    }

    private static EmbeddedKafka startOnce() {
        var ports = FreePorts.find(2);
        var kafka = new EmbeddedKafka(TemporaryFolder.create("kafka"), ports.get(0), ports.get(1));
        kafka.comeBack();
        return kafka;
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void goAway() {
        broker.kill();
    }

    @Override
    public void comeBack() {
        broker = BrokerProcess.start(data(), folder.path().resolve("broker.log"), port, controllerPort);
    }

    private Path data() {
        return folder.path().resolve("data");
    }

    @Override
    public void close() {
        broker.kill();
        folder.close();
    }
}
