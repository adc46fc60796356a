package dev.rapport.parts;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a {@code @QuarkusTest} a broker with all topics: {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private RunningKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = RunningKafka.start();
        kafka.createTopics();
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    /** Fields of type {@link RunningKafka} of the test become the broker. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(kafka, field -> field.getType() == RunningKafka.class);
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
