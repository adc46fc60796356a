package dev.rapport.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/**
 * A Kafka broker that is its own controller, for one machine. Runs in a JVM of its own: a broker that stops takes its
 * process along, and its heap is nobody else's.
 */
final class Broker {

    private static final int NODE = 1;
    private static final String META = "meta.properties";

    private Broker() {
    }

    /** Arguments: data folder, port of the broker, port of its controller. Both listen on 127.0.0.1 only. */
    public static void main(String[] args) throws Exception {
        Tether.toParent();
        var data = Path.of(args[0]);
        var settings = settings(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        if (!Files.exists(data.resolve(META))) {
            format(data);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    /** The id of the cluster whose storage lies in {@code data}; empty when there is none yet. */
    static String clusterId(Path data) {
        var meta = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(META))) {
            meta.load(reader);
        } catch (IOException e) {
            return "";
        }
        return meta.getProperty("cluster.id", "");
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        new Formatter().setClusterId(Uuid.randomUuid().toString()).setNodeId(NODE).addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString()).setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).run();
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", data.toString());
        // a misspelt topic must fail, not appear
        settings.put("auto.create.topics.enable", "false");
        // one node holds the only copy of everything
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // few partitions and small indexes: what a laptop needs, and a faster start
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("log.index.size.max.bytes", "1048576");
        // compaction takes 128 MB in one piece otherwise, half the heap: whether there is such a piece is chance, and a
        // broker without it ends while starting
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        // consumers of one machine come together; waiting 3 s for more of them only delays the first turn
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
