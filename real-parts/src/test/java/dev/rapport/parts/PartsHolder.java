package dev.rapport.parts;

import java.nio.file.Path;

/** A process that starts both parts, says their process ids, and waits to be killed. */
final class PartsHolder {

    private PartsHolder() {
    }

    public static void main(String[] args) throws InterruptedException {
        var folder = Path.of(args[0]);
        var ports = FreePorts.find(3);
        var database = DatabaseProcess.start(folder.resolve("pg"), folder.resolve("bin"), folder.resolve("pg.log"),
                ports.get(2), false);
        var broker = BrokerProcess.start(folder.resolve("kafka"), folder.resolve("kafka.log"), ports.get(0),
                ports.get(1));
        System.out.println("pids " + database.pid() + " " + broker.process().pid());
        System.out.flush();
        Thread.currentThread().join();
    }
}
