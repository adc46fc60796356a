package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;
import dev.rapport.events.Topics;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.ConversationRecord;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.PlainRules;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.conversation.TurnRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class JudgingTopologyTest {

    private final AtomicReference<PlainRules> rules = new AtomicReference<>(PlainRules.FIRST);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> turns;
    private TestOutputTopic<byte[], byte[]> observations;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        ConversationJudge judge = new ConversationJudge(rules::get, PlainRules::read, PlainRules::language,
                Patience.DEFAULT);
        driver = new TopologyTestDriver(
                JudgingTopology.of(() -> new JudgingProcessor(judge, new Tally(meters), 1_000)), properties,
                Talk.START);
        turns = driver.createInputTopic(Topics.TURNS, new ByteArraySerializer(), new ByteArraySerializer(),
                Talk.START, Duration.ofSeconds(1));
        observations = driver.createOutputTopic(Topics.OBSERVATIONS, new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(Topics.deadLetter(Topics.TURNS), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void send(Event event) {
        send(event.key(), EventJson.write(event), EventType.of(event).type());
    }

    private void send(String key, byte[] value, String type) {
        RecordHeaders headers = new RecordHeaders();
        if (type != null) {
            headers.add(CloudEvents.TYPE, type.getBytes(StandardCharsets.UTF_8));
        }
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));
        turns.pipeInput(new TestRecord<>(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, headers));
    }

    private void send(Talk talk) {
        send(talk.opened());
        talk.turns().forEach(this::send);
        send(talk.closed());
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Talk talk() {
        return Talk.called("acme", "t1").learner("Is it live?").partner("Yes.").learner("Did they agree?");
    }

    @Test
    void turnsGoInAndObservationsComeOutWithTheirAttributes() throws Exception {
        send(talk());

        List<TestRecord<byte[], byte[]>> out = observations.readRecordsToList();
        assertThat(out).extracting(r -> header(r, CloudEvents.ID)).containsExactly("acme/t1/turn/1/ASKED",
                "acme/t1/turn/2/ANSWERED", "acme/t1/turn/3/ASKED", "acme/t1/judged");
        assertThat(out).allSatisfy(r -> {
            assertThat(new String(r.key(), StandardCharsets.UTF_8)).isEqualTo("acme/t1");
            assertThat(header(r, CloudEvents.TENANT)).isEqualTo("acme");
            assertThat(header(r, CloudEvents.SOURCE)).isEqualTo("/rapport/rules-service");
        });
        assertThat(header(out.get(0), CloudEvents.TIME)).isEqualTo("2026-11-02T09:00:01Z");
        assertThat(EventJson.read(out.get(0).value(), BehaviourObserved.class).evidence().get(0).text())
                .isEqualTo("Is it live?");
        assertThat(EventJson.read(out.get(3).value(), ConversationJudged.class).turns()).isEqualTo(3);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void whatIsBrokenGoesToTheDeadLetterTopicAsItCameAndTheStreamGoesOn() {
        byte[] broken = "{\"tenant\": no json".getBytes(StandardCharsets.UTF_8);
        send("acme/t1", broken, EventType.TURN_SPOKEN.type());
        send("acme/t1", EventJson.write(talk().turn(1)), null);
        send(null, EventJson.write(talk().turn(1)), EventType.TURN_SPOKEN.type());
        send("acme/t1", null, EventType.TURN_SPOKEN.type());
        send("acme/other", EventJson.write(talk().turn(1)), EventType.TURN_SPOKEN.type());
        send("acme/t1", new String(EventJson.write(talk().turn(1)), StandardCharsets.UTF_8)
                .replace("LEARNER", "WAITER").getBytes(StandardCharsets.UTF_8), EventType.TURN_SPOKEN.type());
        send(talk().turn(1));
        send(talk());

        List<TestRecord<byte[], byte[]>> dead = deadLetters.readRecordsToList();
        assertThat(dead).extracting(r -> header(r, CloudEvents.DEAD_LETTER_REASON)).containsExactly(
                "not the JSON of a TurnSpoken", "no ce_type header", "no key", "no value",
                "the key is not that of its tenant and conversation", "not the JSON of a TurnSpoken",
                "the conversation was never opened");
        assertThat(dead.get(0).value()).isEqualTo(broken);
        assertThat(new String(dead.get(0).key(), StandardCharsets.UTF_8)).isEqualTo("acme/t1");
        assertThat(header(dead.get(0), "traceparent")).isEqualTo("00-1");
        assertThat(header(dead.get(0), CloudEvents.TYPE)).isEqualTo(EventType.TURN_SPOKEN.type());
        assertThat(observations.readRecordsToList()).hasSize(4);
        assertThat(meters.counter("rapport.dead.letters", "tenant", "acme", "topic", "rapport.turns").count())
                .isEqualTo(1);
    }

    @Test
    void aTypeThisVersionDoesNotKnowIsSkipped() {
        send("acme/t1", "whatever".getBytes(StandardCharsets.UTF_8), "dev.rapport.turn-sung.v1");
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(observations.isEmpty()).isTrue();
    }

    @Test
    void aTurnThatCannotBeReadOrJudgedIsADeadLetterAndTheRestIsJudged() throws Exception {
        send(Talk.called("acme", "t1").learner("BREAK THE READER?").partner("BREAK THE ACTS")
                .learner("Is it live?"));
        driver.advanceWallClockTime(Duration.ofSeconds(10));

        assertThat(deadLetters.readRecordsToList()).extracting(r -> header(r, CloudEvents.DEAD_LETTER_REASON))
                .containsExactly("could not be processed: IllegalStateException",
                        "turn 2 could not be judged: IllegalStateException");
        List<TestRecord<byte[], byte[]>> out = observations.readRecordsToList();
        assertThat(out).extracting(r -> header(r, CloudEvents.ID)).containsExactly("acme/t1/turn/3/ASKED",
                "acme/t1/judged");
        assertThat(EventJson.read(out.get(1).value(), ConversationJudged.class).turns()).isEqualTo(2);
    }

    @Test
    void missingTurnsAreWaitedForByTheClock() {
        send(talk().opened());
        send(talk().turn(1));
        send(talk().closed());
        driver.advanceWallClockTime(Duration.ofSeconds(9));
        assertThat(observations.readRecordsToList()).hasSize(1);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(observations.readRecordsToList()).extracting(r -> header(r, CloudEvents.ID))
                .containsExactly("acme/t1/judged");
    }

    @Test
    void aLongRestIsJudgedInTheFollowingTicks() {
        Talk talk = Talk.called("acme", "long");
        for (int i = 0; i < 200; i++) {
            talk.learner("Why " + i + "?");
        }
        send(talk.opened());
        for (int i = 200; i >= 1; i--) {
            send(talk.turn(i));
        }
        send(talk.closed());
        assertThat(observations.readRecordsToList().stream().map(r -> header(r, CloudEvents.ID)))
                .doesNotContain("acme/long/turn/1/ASKED", "acme/long/judged");
        for (int tick = 0; tick < 50; tick++) {
            driver.advanceWallClockTime(JudgingProcessor.TICK);
        }
        assertThat(observations.readRecordsToList()).extracting(r -> header(r, CloudEvents.ID))
                .contains("acme/long/turn/1/ASKED", "acme/long/turn/4/OFTEN").endsWith("acme/long/judged");
    }

    @Test
    void oneRecordATurnIsKeptAndDeletedAfterTheConversationIsJudged() {
        send(talk().opened());
        send(talk().turn(1));
        send(talk().turn(2));
        assertThat(driver.<String, TurnRecord>getKeyValueStore("turns").get("acme/t1/turn00000002").turn()
                .text()).isEqualTo("Yes.");
        assertThat(driver.<String, ConversationRecord>getKeyValueStore("conversations").get("acme/t1").counts())
                .isEqualTo(new ConversationRecord.Counts(2, 1, 3, 1, 2));

        send(talk().turn(3));
        send(talk().closed());
        driver.advanceWallClockTime(Duration.ofMinutes(11));
        assertThat(driver.<String, TurnRecord>getKeyValueStore("turns").all().hasNext()).isFalse();
        assertThat(driver.getKeyValueStore("conversations").get("acme/t1")).isNotNull();

        driver.advanceWallClockTime(Duration.ofDays(8));
        assertThat(driver.getKeyValueStore("conversations").all().hasNext()).isFalse();
    }

    @Test
    void tenantsWithTheSameConversationIdDoNotMeet() {
        send(Talk.called("acme", "t1").opened());
        send(Talk.called("bolt", "t1").learner("Is it live?").turn(1));
        assertThat(observations.isEmpty()).isTrue();
        assertThat(deadLetters.readRecordsToList()).hasSize(1);
    }

    @Test
    void aNewRulebookIsUsedFromTheNextTurnOn() {
        send(talk().opened());
        send(talk().turn(1));
        rules.set(new PlainRules("bbbbbbbbbbbb", 2));
        send(talk().turn(2));
        send(talk().turn(3));
        assertThat(observations.readRecordsToList()).extracting(r -> header(r, CloudEvents.ID)).containsExactly(
                "acme/t1/turn/1/ASKED", "acme/t1/turn/2/ANSWERED", "acme/t1/turn/3/ASKED", "acme/t1/turn/3/STREAK");
    }
}
