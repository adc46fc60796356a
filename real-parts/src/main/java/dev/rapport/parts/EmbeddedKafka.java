package dev.rapport.parts;

import java.nio.file.Path;

/** A broker in a child JVM with data that goes when it does. */
final class EmbeddedKafka implements RunningKafka {

    private final TemporaryFolder folder;
    private final int port;
    private final int controllerPort;
    private BrokerProcess broker;

    private EmbeddedKafka(TemporaryFolder folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    static EmbeddedKafka start() {
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
