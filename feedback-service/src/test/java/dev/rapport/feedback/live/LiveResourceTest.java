package dev.rapport.feedback.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.live.Circumstances;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.TestTopics;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.message.ReleaseFollower;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;

import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Turns and observations come over Kafka while somebody listens. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class LiveResourceTest {

    private static final String ON = "live-on";

    /** Of every talk here; a few minutes ago, as if it had been spoken since. */
    private final Instant began = Instant.now().minus(5, ChronoUnit.MINUTES);

    RunningKafka kafka;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;
    @Inject
    Streams streams;
    @Inject
    Nudges nudges;
    @Inject
    Learners learners;
    @Inject
    MeterRegistry metrics;
    @Inject
    Messages messages;
    @Inject
    LiveConfig config;
    @Inject
    ReleaseFollower releases;
    @Inject
    Clock clock;
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void itIsOffUnlessTheTenantHasTurnedItOn() throws IOException {
        assertThat(Listening.status(port, "local", "mara-lind")).isEqualTo(403);
        given().get("/learners/mara-lind/live").then().statusCode(403).contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/live-off"))
                .body("detail", containsString("Tenant local has not turned on nudges"));
        of(ON).get("/learners/.mara/live").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void oneNudgeComesOnceThePartnerSpokeAndNoSecondWithinTwentyMinutes() {
        try (TestTopics topics = topics();
                Listening listening = listening("talker", null);
                Listening elsewhere = listening("talker", null);
                Listening somebody = listening("somebody-else", null)) {
            open(topics, "live-1", "talker");
            turns(topics, "live-1", 1, 16);
            saw(topics, "live-1", "talker", "B20", 14);
            saw(topics, "live-1", "talker", "B20", 16);
            double little = decisions("too little");
            saw(topics, "live-1", "talker", "B27", 16);
            // decided after the others were seen and the learner's last turn was heard
            soon().until(() -> decisions("too little") > little);
            beats(listening, 4);
            assertThat(listening.nudges()).isEmpty();

            turns(topics, "live-1", 17, 17);
            soon().untilAsserted(() -> assertThat(listening.nudges()).hasSize(1));
            JsonNode nudge = listening.nudges().get(0);
            assertThat(nudge.path("conversation").asText()).isEqualTo("live-1");
            assertThat(nudge.path("rule").asText()).isEqualTo("B20");
            assertThat(nudge.path("behaviour").asText()).isEqualTo("Closed questions in a row");
            assertThat(nudge.path("sentence").asText()).isEqualTo("Start the next question with what or how.");
            String id = nudge.path("id").asText();
            assertThat(id).startsWith("n-");
            assertThat(listening.all("event")).containsExactly("nudge");
            assertThat(listening.all("id")).containsExactly(id);
            soon().until(() -> elsewhere.all("id").equals(List.of(id)));

            double early = decisions("too soon");
            open(topics, "live-2", "talker");
            turns(topics, "live-2", 1, 19);
            saw(topics, "live-2", "talker", "B27", 16);
            saw(topics, "live-2", "talker", "B27", 18);
            soon().until(() -> decisions("too soon") > early);
            assertThat(listening.nudges()).hasSize(1);
            assertThat(somebody.nudges()).isEmpty();
            of(ON).get("/learners/talker/export").then().statusCode(200).body("nudges", hasSize(1))
                    .body("nudges[0].id", equalTo(id));
            of(ON).delete("/learners/talker").then().statusCode(204);
            of(ON).get("/learners/talker/export").then().body("nudges", nullValue());
        }
        soon().until(() -> streams.count() == 0);
    }

    @Test
    void whatTheLearnerHasStoppedIsNotNudgedNorAnythingInATalkWithWordsOfDanger() {
        learners.stop(ON, "stopper", "B20");
        try (TestTopics topics = topics(); Listening listening = listening("stopper", null)) {
            open(topics, "live-3", "stopper");
            turns(topics, "live-3", 1, 19);
            saw(topics, "live-3", "stopper", "B20", 16);
            saw(topics, "live-3", "stopper", "B20", 18);
            soon().until(() -> decisions("stopped") >= 1);

            saw(topics, "live-3", "stopper", "S01", 19);
            saw(topics, "live-3", "stopper", "B27", 16);
            saw(topics, "live-3", "stopper", "B27", 18);
            soon().until(() -> decisions("crisis") >= 1);
            assertThat(listening.nudges()).isEmpty();
        }
    }

    @Test
    void aTalkThatIsOverIsNotNudged() {
        try (TestTopics topics = topics(); Listening listening = listening("closer", null)) {
            open(topics, "live-4", "closer");
            turns(topics, "live-4", 1, 18);
            saw(topics, "live-4", "closer", "B20", 16);
            saw(topics, "live-4", "closer", "B20", 18);
            double little = decisions("too little");
            saw(topics, "live-4", "closer", "B27", 18);
            soon().until(() -> decisions("too little") > little);
            topics.hear(new ConversationClosed(ON, "live-4", 19, Instant.EPOCH), Instant.now());
            turns(topics, "live-4", 19, 19);
            beats(listening, 5);
            assertThat(listening.nudges()).isEmpty();

            open(topics, "live-5", "closer");
            turns(topics, "live-5", 1, 19);
            saw(topics, "live-5", "closer", "B20", 16);
            saw(topics, "live-5", "closer", "B20", 18);
            soon().untilAsserted(() -> assertThat(listening.nudges()).hasSize(1));
            assertThat(listening.nudges().get(0).path("conversation").asText()).isEqualTo("live-5");
        }
    }

    @Test
    void aReplicaThatStartsInTheMiddleOfATalkKnowsWhatWentBeforeAndSaysTheSame() throws InterruptedException {
        SimpleMeterRegistry there = new SimpleMeterRegistry();
        Coach another = new Coach();
        another.streams = new Streams(there);
        another.nudges = nudges;
        another.messages = messages;
        another.metrics = there;
        TalkFollower replica = new TalkFollower(config, releases, another, clock, broker);
        List<Nudge> twin = new CopyOnWriteArrayList<>();
        another.streams.listen(ON, "twin", null).subscribe().with(twin::add);
        List<Nudge> warned = new CopyOnWriteArrayList<>();
        another.streams.listen(ON, "warned", null).subscribe().with(warned::add);
        try (TestTopics topics = topics(); Listening listening = listening("twin", null)) {
            for (String learner : List.of("twin", "warned")) {
                open(topics, "live-of-" + learner, learner);
                turns(topics, "live-of-" + learner, 1, 18);
            }
            saw(topics, "live-of-warned", "warned", "S01", 3);
            for (String learner : List.of("twin", "warned")) {
                saw(topics, "live-of-" + learner, learner, "B20", 16);
                saw(topics, "live-of-" + learner, learner, "B20", 18);
            }
            saw(topics, "live-of-twin", "twin", "B27", 18);

            replica.start(new StartupEvent());
            soon().until(() -> decisions(there, "too little") == 1 && decisions(there, "crisis") == 3);
            turns(topics, "live-of-warned", 19, 19);
            turns(topics, "live-of-twin", 19, 19);

            soon().until(() -> !twin.isEmpty() && !listening.nudges().isEmpty());
            assertThat(listening.all("id")).containsExactly(twin.get(0).id());
            assertThat(twin).hasSize(1);
            assertThat(decisions(there, "nudged") + decisions(there, "nudged again")).isEqualTo(1);
            assertThat(warned).isEmpty();
        } finally {
            replica.stop(new ShutdownEvent());
        }
    }

    @Test
    void onlyOneReplicaIsFirstAndTwentyMinutesLaterThereMayBeAnother() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        Nudge first = new Nudge("n-1", "live-6", "B20", "Closed questions in a row", "Ask on.", now);

        assertThat(nudges.claim(ON, "claimer", first)).isTrue();
        assertThat(nudges.claim(ON, "claimer", first)).isFalse();
        assertThat(nudges.claim(ON, "claimer", at("n-2", now.plus(20, ChronoUnit.MINUTES).minusMillis(1)))).isFalse();
        assertThat(nudges.last(ON, "claimer")).contains(first);
        assertThat(nudges.circumstances(ON, "claimer", "B20", now))
                .isEqualTo(new Circumstances(Choices.NONE, Set.of(), Circumstances.NONE.heldOut(),
                        new Circumstances.Given("live-6", now)));
        assertThat(nudges.claim("another", "claimer", first)).isTrue();
        assertThat(nudges.claim(ON, "claimer", at("n-3", now.plus(20, ChronoUnit.MINUTES)))).isTrue();
        assertThat(nudges.last(ON, "claimer").orElseThrow().id()).isEqualTo("n-3");
    }

    @Test
    void whoComesBackHearsNoNudgeTwice() {
        Nudge nudge = at("n-7", Instant.EPOCH);
        try (Listening back = listening("returner", "n-7"); Listening fresh = listening("returner", null)) {
            streams.say(ON, "returner", nudge);
            streams.say(ON, "returner", nudge);

            soon().until(() -> fresh.all("id").equals(List.of("n-7")));
            beats(back, 2);
            assertThat(fresh.nudges()).hasSize(1);
            assertThat(back.nudges()).isEmpty();
        }
    }

    @Test
    void theInterfaceIsDescribed() {
        String live = "paths.'/learners/{learner}/live'.get.responses.";
        given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200)
                .body(live + "'200'.content.'text/event-stream'.examples.'a nudge'.value",
                        containsString("event:nudge"))
                .body(live + "'403'.content.'application/problem+json'.examples.off.value.type",
                        equalTo("https://rapport.dev/problems/live-off"));
    }

    private static Nudge at(String id, Instant at) {
        return new Nudge(id, "live-7", "B20", "Closed questions in a row", "Ask on.", at);
    }

    private TestTopics topics() {
        return new TestTopics(kafka.bootstrapServers());
    }

    /** The stream is open once it has said that it is there. */
    private Listening listening(String learner, String last) {
        Listening listening = new Listening(port, ON, learner, last);
        beats(listening, 1);
        return listening;
    }

    /** Time passes, as the stream itself tells it. */
    private static void beats(Listening listening, int more) {
        long before = listening.heartbeats();
        soon().until(() -> listening.heartbeats() >= before + more);
    }

    /** How often nothing, or something, was said for that reason. */
    private double decisions(String outcome) {
        return decisions(metrics, outcome);
    }

    private static double decisions(MeterRegistry replica, String outcome) {
        return replica.find("rapport.live.decisions").tags("tenant", ON, "outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count()).sum();
    }

    private void open(TestTopics topics, String conversation, String learner) {
        topics.hear(new ConversationOpened(ON, conversation, learner,
                List.of(new Participant("Mara", Role.LEARNER), new Participant("Ana", Role.PARTNER)), "support", null,
                "en", new Consent(true, Consent.COACHING, null), null), began);
    }

    /** Even turns are the learner's; after the first they come at once. */
    private void turns(TestTopics topics, String conversation, int from, int to) {
        for (int n = from; n <= to; n++) {
            boolean learner = n % 2 == 0;
            topics.hear(new TurnSpoken(ON, conversation, n, learner ? "Mara" : "Ana",
                    learner ? Role.LEARNER : Role.PARTNER, "We lost two engineers this spring.", null, null, null),
                    n == 1 ? began : Instant.now());
        }
    }

    private static void saw(TestTopics topics, String conversation, String learner, String rule, int turn) {
        talk(conversation).tenant(ON).learner(learner)
                .saw(rule, turn, "We lost two engineers this spring.", null, "And did they agree?").observations()
                .forEach(topics::tell);
    }

    private static RequestSpecification of(String tenant) {
        return given().header("X-Rapport-Tenant", tenant);
    }
}
