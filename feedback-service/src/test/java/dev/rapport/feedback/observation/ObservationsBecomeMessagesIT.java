package dev.rapport.feedback.observation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.CoachingGiven;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;
import dev.rapport.events.RulebookReleased;
import dev.rapport.events.Topics;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.TestTopics;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import dev.rapport.parts.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** The inbox with a real broker and a real database. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ObservationsBecomeMessagesIT {

    RunningKafka kafka;
    RunningPostgres postgres;

    @Inject
    Messages messages;

    private TestTopics topics;

    @BeforeEach
    void connect() {
        topics = new TestTopics(kafka.bootstrapServers());
    }

    @AfterEach
    void disconnect() {
        topics.close();
    }

    @Test
    void aJudgedTalkGetsItsMessageAndTellsIt() {
        topics.tell(talkWithBoth("it-both").learner("it-both-learner"));

        CoachingMessage message = messageOf("it-both");

        assertThat(message.kind()).isEqualTo(Kind.COACHING);
        assertThat(message.strength().rule()).isEqualTo("B01");
        assertThat(message.growth().rule()).isEqualTo("B20");
        soon().until(() -> coachingOf("it-both").size() == 1);
        ConsumerRecord<String, byte[]> told = topics.all(Topics.COACHING).stream()
                .filter(r -> r.key().equals("local/it-both-learner")).findFirst().orElseThrow();
        assertThat(header(told, CloudEvents.TYPE)).isEqualTo(EventType.COACHING_GIVEN.type());
        assertThat(header(told, CloudEvents.ID)).isEqualTo("local/it-both-learner/coaching/" + message.id());
    }

    @Test
    void everythingDeliveredTwiceIsOneMessageToldOnce() {
        Conversations talk = talkWithBoth("it-twice");
        topics.tell(talk);
        CoachingMessage first = messageOf("it-twice");

        topics.tell(talk);
        topics.tell(talkWithBoth("it-twice-marker"));
        messageOf("it-twice-marker");

        assertThat(messageOf("it-twice")).isEqualTo(first);
        soon().until(() -> coachingOf("it-twice-marker").size() == 1);
        assertThat(coachingOf("it-twice")).hasSize(1);
    }

    @Test
    void observationsInAnyOrderMakeTheSameMessage() {
        Conversations forth = talkWithBoth("it-forth");
        Conversations back = talkWithBoth("it-back");
        topics.tell(forth);
        List<BehaviourObserved> reversed = new ArrayList<>(back.observations());
        java.util.Collections.reverse(reversed);
        reversed.forEach(topics::tell);
        topics.tell(back.judged());

        assertThat(messageOf("it-back").growth().quote()).isEqualTo(messageOf("it-forth").growth().quote());
        assertThat(messageOf("it-back").growth().count()).isEqualTo(messageOf("it-forth").growth().count());
    }

    @Test
    void aTenantIsSpokenToInTheWordsItReleased() throws Exception {
        Map<String, String> own = new TreeMap<>();
        for (Path file : MessageFolder.filesOf(Path.of("../rules/messages"))) {
            own.put("messages/" + file.getFileName(), Files.readString(file));
        }
        String name = messages.wordings("wordy").nameOf("B01");
        own.computeIfPresent("messages/B01.yaml", (path, text) -> text.replace("name: " + name, "name: Asking on"));
        topics.release(new RulebookReleased("wordy", 2, 7, "1", own, null, List.of(), Instant.EPOCH));
        soon().until(() -> messages.wordings("wordy").nameOf("B01").equals("Asking on"));
        // an earlier release that comes later, and a faulty one, change nothing
        topics.release(new RulebookReleased("wordy", 1, null, null, null, null, List.of(), Instant.EPOCH));
        topics.release(
                new RulebookReleased("wordy", 3, 8, "2", Map.of("messages/B01.yaml", "name: [", "messages/house.yaml",
                        own.get("messages/house.yaml")), null, List.of(), Instant.EPOCH));

        topics.tell(talk("it-wordy").tenant("wordy").saw("B01", 6, "The rollout stalled in the middle of March.",
                "The rollout", "You said the rollout stalled. What changed then?"));
        soon().until(() -> messages.of("wordy", "it-wordy").isPresent());

        assertThat(messages.of("wordy", "it-wordy").orElseThrow().strength().behaviour()).isEqualTo("Asking on");
        topics.tell(talkWithBoth("it-not-wordy"));
        assertThat(messageOf("it-not-wordy").strength().behaviour()).isEqualTo(name);
    }

    @Test
    void whatWasWithdrawnIsNotSaid() {
        Conversations talk = talkWithBoth("it-withdrawn");
        talk.observations().forEach(topics::tell);
        talk.observations().stream().filter(o -> o.rule().equals("B20"))
                .forEach(o -> topics.tell(withdrawn(o)));
        topics.tell(talk.judged());

        CoachingMessage message = messageOf("it-withdrawn");

        assertThat(message.growth()).isNull();
        assertThat(message.strength().rule()).isEqualTo("B01");
    }

    @Test
    void theLastWordOfAnObservationCounts() {
        Conversations first = talk("it-corrected").saw("B01", 6, "The rollout stalled in the middle of March.",
                "The rollout", "What changed in March?");
        Conversations last = talk("it-corrected").saw("B01", 6, "The rollout stalled in the middle of March.",
                "The rollout", "What changed then, in March?");
        first.observations().forEach(topics::tell);
        topics.tell(last);

        assertThat(messageOf("it-corrected").strength().quote().text()).isEqualTo("What changed then, in March?");
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAndTheFlowGoesOn() {
        byte[] poison = "{\"tenant\": 7".getBytes(StandardCharsets.UTF_8);
        topics.send("local/it-poison", poison, Map.of(CloudEvents.TYPE,
                EventType.BEHAVIOUR_OBSERVED.type().getBytes(StandardCharsets.UTF_8), "own",
                "kept".getBytes(StandardCharsets.UTF_8)));
        topics.send("local/it-poison", "?".getBytes(StandardCharsets.UTF_8), Map.of(CloudEvents.TYPE,
                "dev.rapport.of-tomorrow.v9".getBytes(StandardCharsets.UTF_8)));
        topics.tell(talkWithBoth("it-poison"));

        assertThat(messageOf("it-poison").kind()).isEqualTo(Kind.COACHING);
        List<ConsumerRecord<String, byte[]>> dead = topics.all(Topics.deadLetter(Topics.OBSERVATIONS)).stream()
                .filter(r -> r.key().equals("local/it-poison")).toList();
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).value()).isEqualTo(poison);
        assertThat(header(dead.get(0), "own")).isEqualTo("kept");
        assertThat(header(dead.get(0), CloudEvents.DEAD_LETTER_REASON))
                .isEqualTo("not the JSON of a BehaviourObserved");
    }

    @Test
    void wordsThatADatabaseRefusesAreTaken() {
        Evidence context = new Evidence(5, Role.PARTNER, Evidence.Part.CONTEXT,
                "The rollout\u0000 stalled\u001b[31m in March.", 0, 5, null, null);
        Evidence act = new Evidence(6, Role.LEARNER, Evidence.Part.ACT, "What changed\u0000 in March \uD83D\uDE00?", 0,
                20, null, null);
        topics.tell(talk("it-null").saw("B01", 6, Clarity.CLEAR, List.of(context, act)));

        assertThat(messageOf("it-null").text()).contains("What changed in March").doesNotContain("\u0000", "\u001b");
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLost() {
        postgres.goAway();
        try {
            topics.tell(talkWithBoth("it-db-away"));
            soon().until(() -> status("/q/health/ready") == 503);
            assertThat(status("/q/health/live")).isEqualTo(200);
        } finally {
            postgres.comeBack();
        }

        assertThat(messageOf("it-db-away").kind()).isEqualTo(Kind.COACHING);
        soon().until(() -> status("/q/health/ready") == 200);
    }

    @Test
    void whileTheBrokerIsAwayNothingIsLost() {
        topics.tell(talkWithBoth("it-before"));
        messageOf("it-before");
        String message = messages.of("local", "it-before").orElseThrow().id();
        kafka.goAway();
        try {
            soon().until(() -> status("/q/health/ready") == 503);
            assertThat(status("/q/health/live")).isEqualTo(200);
            RestAssured.given().contentType("application/json")
                    .body("{\"point\": \"growth\", \"reaction\": \"HELPFUL\"}")
                    .post("/messages/" + message + "/reactions").then().statusCode(200);
        } finally {
            kafka.comeBack();
        }

        soon().until(() -> topics.all(Topics.REACTIONS).stream()
                .filter(r -> header(r, CloudEvents.ID).contains(message)).count() == 1);
        topics.tell(talkWithBoth("it-after"));
        assertThat(messageOf("it-after").kind()).isEqualTo(Kind.COACHING);
    }

    private static Conversations talkWithBoth(String id) {
        return talk(id).partner("Priya Nair")
                .saw("B01", 6, "The rollout stalled in the middle of March.", "The rollout",
                        "You said the rollout stalled. What changed then?")
                .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                        "So is it live now? And did they agree?")
                .saw("B20", 14, "My manager asked us to wait until June.", "My manager",
                        "Are you happy with that? Did Priya say yes?");
    }

    private static BehaviourObserved withdrawn(BehaviourObserved o) {
        return new BehaviourObserved(o.tenant(), o.conversation(), o.learner(), o.turn(), o.rule(), o.ruleVersion(),
                o.rulebookVersion(), o.behaviour(), o.polarity(), o.clarity(), o.evidence(), o.because(), o.otherwise(),
                true, o.severity());
    }

    private CoachingMessage messageOf(String conversation) {
        return soon().ignoreExceptions().until(() -> messages.of("local", conversation),
                java.util.Optional::isPresent).orElseThrow();
    }

    private List<CoachingGiven> coachingOf(String conversation) {
        return topics.all(Topics.COACHING).stream().map(r -> {
            try {
                return EventJson.read(r.value(), CoachingGiven.class);
            } catch (EventJson.UnreadableEvent impossible) {
                throw new AssertionError(impossible);
            }
        }).filter(c -> c.conversation().equals(conversation)).toList();
    }

    private static int status(String path) {
        return RestAssured.get(path).statusCode();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
