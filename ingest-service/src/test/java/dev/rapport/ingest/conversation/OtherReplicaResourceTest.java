package dev.rapport.ingest.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.Topics;
import dev.rapport.ingest.Talk;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static dev.rapport.ingest.Talk.json;
import static io.restassured.RestAssured.given;

/** What another replica wrote to the compacted topic is known here without a pause. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
class OtherReplicaResourceTest {

    private static final String TURN = "{\"turn\": 1, \"speaker\": \"Jo\", \"text\": \"Hello\"}";

    RunningKafka kafka;

    @Test
    void aConversationOpenedElsewhereTakesTurnsHereAtOnce() throws Exception {
        Talk talk = Talk.unopened();
        write(talk.key(), opened(talk));

        json(TURN).post(talk.turns()).then().statusCode(202);
    }

    @Test
    void aConversationClosedElsewhereBeforeItWasEverSeenHereTakesNone() throws Exception {
        Talk talk = Talk.unopened();
        write(talk.key(), opened(talk));
        write(talk.key(), new ConversationClosed("local", talk.id(), null, Instant.EPOCH));

        json(TURN).post(talk.turns()).then().statusCode(409);
    }

    @Test
    void anErasedConversationIsUnknown() throws Exception {
        Talk talk = Talk.unopened();
        write(talk.key(), opened(talk));
        write(talk.key(), null);

        json(TURN).post(talk.turns()).then().statusCode(404);
    }

    @Test
    void aRecordThatCannotBeReadHoldsNothingUp() throws Exception {
        Talk broken = Talk.unopened();
        send(new ProducerRecord<>(Topics.CONVERSATIONS, broken.key(), "{".getBytes()), opened(broken));
        Talk talk = Talk.unopened();
        write(talk.key(), opened(talk));

        json(TURN).post(broken.turns()).then().statusCode(404);
        json(TURN).post(talk.turns()).then().statusCode(202);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static ConversationOpened opened(Talk talk) {
        return new ConversationOpened("local", talk.id(), "mara",
                List.of(new Participant("Mara", Role.LEARNER), new Participant("Jo", Role.PARTNER)), "general", null,
                null, new Consent(true, "coaching", null), null);
    }

    private void write(String key, Event event) throws Exception {
        send(new ProducerRecord<>(Topics.CONVERSATIONS, key, event == null ? null : EventJson.write(event)), event);
    }

    private void send(ProducerRecord<String, byte[]> record, Event event) throws Exception {
        if (event != null) {
            CloudEvents.headers(event, "ingest-service", Instant.EPOCH).forEach(record.headers()::add);
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
