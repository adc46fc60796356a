package dev.rapport.local;

import java.nio.file.Path;

import dev.rapport.parts.BrokerProcess;
import dev.rapport.parts.HouseTopics;

/** The Kafka broker, with all topics. */
record BrokerPart(HouseFolder folder, Ports ports) implements Part {

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public Path log() {
        return folder.log(name());
    }

    @Override
    public Running start() {
        var broker = BrokerProcess.launch(folder.kafka(), log(), ports.broker(), ports.controller());
        try {
            broker.awaitAnswer();
            HouseTopics.create(broker.bootstrapServers());
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return new Running() {

            @Override
            public ProcessHandle process() {
                return broker.process().toHandle();
            }

            @Override
            public void stop() {
                broker.close();
            }
        };
    }
}
