package dev.rapport.feedback.delivery;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;

import dev.rapport.coaching.composition.Conversations;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.delivery.wire.AddressGuard;
import dev.rapport.feedback.delivery.wire.Network;
import dev.rapport.feedback.delivery.wire.PortRange;
import dev.rapport.feedback.delivery.wire.Wire;
import dev.rapport.feedback.message.Messages;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

import static dev.rapport.coaching.composition.Conversations.both;
import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What receivers get, whatever they answer: each message once. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class DeliveryResourceTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Messages messages;
    @Inject
    Deliveries deliveries;
    @Inject
    Dispatcher dispatcher;
    @Inject
    Outside outside;
    @Inject
    Vertx vertx;
    @Inject
    EntityManager database;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private MovableClock clock;

    @BeforeEach
    void nothingElseWaits() {
        clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.MICROS).plusSeconds(5));
        QuarkusTransaction.requiringNew().run(() -> {
            DeliveryEntity.deleteAll();
            ChannelEntity.deleteAll();
            QuietHoursEntity.deleteAll();
        });
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aReceiverThatFailsTwiceGetsTheMessageOnceMoreAndThenNoMore() throws Exception {
        try (Receiver receiver = new Receiver(Receiver.status(500), Receiver.status(503, "Retry-After", "900"))) {
            add("/channels/flaky", webhook(receiver));
            String message = composed(both("dlv-flaky").partner("Priya Nair"));
            Dispatch dispatch = dispatch();

            attempt(dispatch);
            assertThat(delivery("/channels/flaky")).containsEntry("state", "WAITING").containsEntry("attempts", 1)
                    .containsEntry("lastStatus", 500)
                    .containsEntry("nextAt", clock.instant().plusSeconds(5).toString());
            assertThat(dispatch.look()).as("before five seconds are over").isEmpty();
            clock.forward(Duration.ofSeconds(5));
            attempt(dispatch);
            // 300 s are planned, the receiver asks for 900
            assertThat(delivery("/channels/flaky")).containsEntry("attempts", 2).containsEntry("nextAt",
                    clock.instant().plusSeconds(900).toString());
            clock.forward(Duration.ofSeconds(900));
            attempt(dispatch);
            clock.forward(Duration.ofDays(30));
            assertThat(dispatch.look()).isEmpty();

            assertThat(delivery("/channels/flaky")).containsEntry("state", "SENT").containsEntry("attempts", 3)
                    .containsEntry("lastStatus", 200).containsEntry("lastProblem", null);
            assertThat(receiver.seen).hasSize(3);
            assertThat(idsOf(receiver)).hasSize(1);
            assertThat(receiver.seen.stream().map(Receiver.Seen::body).distinct()).hasSize(1);
            Receiver.Seen last = receiver.seen.get(2);
            assertThat(last.body()).contains("\"type\":\"coaching.message.composed\"", message).doesNotContain("Priya",
                    "Nair");
            assertThat(last.header("webhook-timestamp")).isNotEqualTo(receiver.seen.get(0).header("webhook-timestamp"));
            // as a receiver checks it, with the time of the delivery
            assertThat(Writing.signature(new Hidden(SECRET), last.header("webhook-id"),
                    Instant.ofEpochSecond(Long.parseLong(last.header("webhook-timestamp"))), last.body()))
                    .isEqualTo(last.header("webhook-signature"));
        }
    }

    @Test
    void aReceiverThatTimesOutIsAskedAgainUnderTheSameId() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.willAnswer(receiver.silence());
            add("/channels/slow", webhook(receiver));
            composed(both("dlv-slow"));

            attempt(dispatch(2, Duration.ofSeconds(1)));
            assertThat(delivery("/channels/slow")).containsEntry("state", "WAITING").containsEntry("attempts", 1)
                    .containsEntry("lastStatus", null).containsEntry("lastProblem", "no answer within 1 s");
            clock.forward(Duration.ofSeconds(5));
            attempt(dispatch());

            assertThat(delivery("/channels/slow")).containsEntry("state", "SENT").containsEntry("attempts", 2);
            assertThat(receiver.seen).hasSize(2);
            assertThat(idsOf(receiver)).hasSize(1);
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsARepeatTheReceiverKnows() throws Exception {
        try (Receiver receiver = new Receiver(Receiver.broken())) {
            add("/channels/broken", webhook(receiver));
            composed(both("dlv-broken"));
            Dispatch dispatch = dispatch();

            attempt(dispatch);
            assertThat(delivery("/channels/broken")).containsEntry("lastProblem",
                    "the connection broke before an answer came");
            clock.forward(Duration.ofSeconds(5));
            attempt(dispatch);

            assertThat(delivery("/channels/broken")).containsEntry("state", "SENT").containsEntry("attempts", 2);
            assertThat(receiver.seen).hasSize(2);
            assertThat(idsOf(receiver)).hasSize(1);
        }
    }

    @Test
    void aChatThatMayHaveItAlreadyIsNotSentItTwice() throws Exception {
        try (Receiver receiver = new Receiver(Receiver.broken())) {
            add("/learners/learner-of-dlv-chat/channels/chat",
                    Map.of("kind", "SLACK", "url", receiver.url("/services/T0/B0/x")));
            composed(both("dlv-chat"));
            Dispatch dispatch = dispatch();

            attempt(dispatch);
            clock.forward(Duration.ofDays(1));
            assertThat(dispatch.look()).isEmpty();

            assertThat(delivery("/learners/learner-of-dlv-chat/channels/chat")).containsEntry("state", "GIVEN_UP")
                    .containsEntry("attempts", 1).containsEntry("lastProblem",
                            "the connection broke before an answer came; it may have arrived, and the receiver would not know a repeat");
            assertThat(receiver.seen).hasSize(1);
        }
    }

    @Test
    void aReceiverThatAnswers410GetsNothingAnyMore() throws Exception {
        try (Receiver receiver = new Receiver(Receiver.status(410))) {
            add("/channels/gone", webhook(receiver));
            composed(both("dlv-gone-1"));
            composed(both("dlv-gone-2"));
            Dispatch dispatch = dispatch(1);

            attempt(dispatch);
            composed(both("dlv-gone-3"));
            clock.forward(Duration.ofDays(2));
            assertThat(dispatch.look()).isEmpty();

            assertThat(receiver.seen).hasSize(1);
            given().get("/channels/gone").then().body("enabled", equalTo(false)).body("disabledReason",
                    equalTo("the receiver answered 410: it wants no more"));
            given().get("/channels/gone/deliveries").then().body("state", equalTo(List.of("GIVEN_UP", "GIVEN_UP")))
                    .body("lastProblem.sort()", equalTo(List.of("the channel was switched off",
                            "the receiver answered 410: it wants no more")));
            // switched on again, only what comes from now on is sent
            add("/channels/gone", webhook(receiver));
            composed(both("dlv-gone-4"));
            attempt(dispatch);
            assertThat(receiver.seen).hasSize(2);
        }
    }

    @Test
    void afterTenAttemptsItIsGivenUp() throws Exception {
        try (Receiver receiver = new Receiver()) {
            for (int i = 0; i < 10; i++) {
                receiver.willAnswer(Receiver.status(500));
            }
            add("/channels/never", webhook(receiver));
            composed(both("dlv-never"));
            Dispatch dispatch = dispatch();

            for (int i = 0; i < 12; i++) {
                attempt(dispatch);
                clock.forward(Duration.ofHours(25));
            }

            assertThat(delivery("/channels/never")).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 10)
                    .containsEntry("lastProblem", "the receiver answered 500");
            assertThat(receiver.seen).hasSize(10);
            assertThat(idsOf(receiver)).hasSize(1);
        }
    }

    @Test
    void twoReplicasAtOnceSendEachMessageOnce() throws Exception {
        int talks = 12;
        try (Receiver receiver = new Receiver()) {
            add("/channels/two", webhook(receiver));
            for (int i = 0; i < talks; i++) {
                composed(both("dlv-two-" + i));
            }
            Dispatch one = dispatch(talks);
            Dispatch other = dispatch(talks);
            CountDownLatch both = new CountDownLatch(2);
            List<Future<Integer>> replicas = Stream.of(one, other).map(replica -> threads.submit(() -> {
                both.countDown();
                both.await();
                int begun = 0;
                for (int i = 0; i < 5; i++) {
                    List<CompletableFuture<Void>> some = replica.look();
                    CompletableFuture.allOf(some.toArray(CompletableFuture[]::new)).join();
                    begun += some.size();
                }
                return begun;
            })).toList();

            assertThat(replicas.get(0).get() + replicas.get(1).get()).isEqualTo(talks);
            assertThat(receiver.seen).hasSize(talks);
            assertThat(idsOf(receiver)).hasSize(talks);
        }
    }

    @Test
    void whatAReplicaLentAndNeverSettledIsSentByAnotherOnceTheLeaseIsOver() throws Exception {
        try (Receiver receiver = new Receiver()) {
            add("/channels/lease", webhook(receiver));
            composed(both("dlv-lease"));
            List<Parcel> lost = deliveries.lend(clock.instant(), 10, 2, Duration.ofSeconds(60));
            assertThat(lost).hasSize(1);
            Dispatch dispatch = dispatch();

            clock.forward(Duration.ofSeconds(59));
            assertThat(dispatch.look()).isEmpty();
            clock.forward(Duration.ofSeconds(1));
            attempt(dispatch);
            // the lost replica comes back and has nothing to say any more
            deliveries.settle(lost.get(0), new Fate.GivenUp(null, "late"), clock.instant());

            assertThat(delivery("/channels/lease")).containsEntry("state", "SENT").containsEntry("attempts", 2);
            assertThat(receiver.seen).hasSize(1);
        }
    }

    @Test
    void aSlowReceiverHoldsUpNoOther() throws Exception {
        try (Receiver slow = new Receiver(); Receiver quick = new Receiver()) {
            for (int i = 0; i < 6; i++) {
                slow.willAnswer(slow.silence());
            }
            add("/channels/a-slow", webhook(slow));
            add("/channels/b-quick", webhook(quick));
            for (int i = 0; i < 6; i++) {
                composed(both("dlv-held-" + i));
            }
            Dispatch dispatch = dispatch(2, Duration.ofMinutes(5));

            soon().until(() -> {
                dispatch.look();
                return quick.seen.size() == 6;
            });

            assertThat(slow.seen).hasSizeLessThanOrEqualTo(2);
            given().get("/channels/b-quick/deliveries").then().body("state.unique()", equalTo(List.of("SENT")))
                    .body("", hasSize(6));
            given().get("/channels/a-slow/deliveries").then().body("attempts.sum()", equalTo(2));
        }
    }

    @Test
    void inQuietHoursNothingIsSentAndAStoreOfRecordsDoesNotMind() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Instant night = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atTime(23, 0)
                    .toInstant(ZoneOffset.UTC);
            Map<String, Object> hook = new HashMap<>(webhook(receiver));
            hook.put("quietHours", Map.of("zone", "UTC", "from", "22:00", "to", "23:30"));
            add("/channels/c-quiet", hook);
            add("/channels/d-lrs",
                    Map.of("kind", "XAPI", "url", receiver.url("/xapi"), "secret", "rapport:pass:word"));
            composed(both("dlv-quiet"));
            // the learner's own hours count in place of the channel's
            given().contentType(ContentType.JSON)
                    .body(Map.of("quietHours", Map.of("zone", "UTC", "from", "22:30", "to", "07:15")))
                    .put("/learners/learner-of-dlv-quiet/quiet-hours").then().statusCode(200);
            Dispatch dispatch = dispatch();

            clock.set(night);
            attempt(dispatch);
            assertThat(receiver.seen).extracting(Receiver.Seen::method).containsExactly("PUT");
            assertThat(receiver.seen.get(0).header("Authorization")).isEqualTo("Basic cmFwcG9ydDpwYXNzOndvcmQ=");
            assertThat(receiver.seen.get(0).header("X-Experience-API-Version")).isEqualTo("1.0.3");
            Instant morning = night.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atTime(LocalTime.of(7, 15))
                    .toInstant(ZoneOffset.UTC);
            assertThat(delivery("/channels/c-quiet")).containsEntry("attempts", 0).containsEntry("nextAt",
                    morning.toString());
            clock.set(morning);
            attempt(dispatch);
            assertThat(delivery("/channels/c-quiet")).containsEntry("state", "SENT").containsEntry("attempts", 1);
        }
    }

    @Test
    void aStoreThatHasTheStatementAlreadyCountsAsDelivered() throws Exception {
        try (Receiver store = new Receiver(Receiver.status(409))) {
            add("/channels/e-lrs", Map.of("kind", "XAPI", "url", store.url("/xapi/"), "secret", "rapport:word"));
            composed(both("dlv-lrs"));

            attempt(dispatch());

            Map<String, Object> sent = delivery("/channels/e-lrs");
            assertThat(sent).containsEntry("state", "SENT").containsEntry("lastStatus", 409);
            assertThat(store.seen.get(0).path()).isEqualTo("/xapi/statements?statementId=" + sent.get("id"));
            assertThat(store.seen.get(0).body()).doesNotContain("learner-of-dlv-lrs");
        }
    }

    @Test
    void onlyAMessageWithAPointIsSentAnywhere() throws Exception {
        try (Receiver receiver = new Receiver()) {
            add("/channels/points", webhook(receiver));
            composed(talk("dlv-nothing").learnerTurns(2));

            given().get("/channels/points/deliveries").then().body("", hasSize(0));
        }
    }

    @Test
    void whoThinksOfATalkFirstIsNotToldInAChat() throws Exception {
        try (Receiver chat = new Receiver(); Receiver system = new Receiver()) {
            String learner = "/learners/learner-of-dlv-thinker";
            given().contentType(ContentType.JSON).body(Map.of("reflectFirst", true)).put(learner + "/manner").then()
                    .statusCode(200);
            add(learner + "/channels/chat", Map.of("kind", "SLACK", "url", chat.url("/chat")));
            add(learner + "/channels/system", webhook(system));
            composed(both("dlv-thinker"));

            attempt(dispatch());

            assertThat(chat.seen.get(0).body()).contains("A look back at a talk", "first what you think of it",
                    "/messages/m-")
                    .doesNotContain("Closed questions", "closed questions", "So is it live now?");
            assertThat(system.seen.get(0).body()).contains("Closed questions in a row");

            // by the time it is sent they have said it
            String id = composed(both("dlv-thought").learner("learner-of-dlv-thinker"));
            given().contentType(ContentType.JSON).body("{}").put("/messages/" + id + "/reflection").then()
                    .statusCode(200);
            attempt(dispatch());
            assertThat(chat.seen).hasSize(2);
            assertThat(chat.seen.get(1).body()).contains("Keep: follow-up question");
        }
    }

    @Test
    void whoeverIsErasedIsNotWrittenToAnyMore() throws Exception {
        try (Receiver receiver = new Receiver()) {
            add("/channels/erased", webhook(receiver));
            add("/learners/learner-of-dlv-erased/channels/own", webhook(receiver));
            composed(both("dlv-erased"));
            given().get("/learners/learner-of-dlv-erased/export").then().body("delivery.deliveries", hasSize(2))
                    .body("delivery.channels[0].name", equalTo("own")).body(not(containsString("whsec_")))
                    .body(not(containsString("/hook")));

            given().delete("/learners/learner-of-dlv-erased").then().statusCode(204);

            assertThat(dispatch().look()).isEmpty();
            given().get("/learners/learner-of-dlv-erased/channels").then().body("", hasSize(0));
            given().get("/learners/learner-of-dlv-erased/export").then().body("delivery", nullValue());
            assertThat(receiver.seen).isEmpty();
        }
    }

    @Test
    void theServiceItselfSendsAsSoonAsAMessageIsComposed() throws Exception {
        try (Receiver receiver = new Receiver()) {
            add("/channels/running", webhook(receiver));
            dispatcher.begin();
            try {
                composed(both("dlv-running"));
                soon().until(() -> "SENT".equals(delivery("/channels/running").get("state")));
            } finally {
                dispatcher.end(null);
            }
            assertThat(receiver.seen).hasSize(1);
            Map<String, List<String>> headers = receiver.seen.get(0).headers();
            assertThatCode(() -> new Webhook(SECRET).verify(receiver.seen.get(0).body(), headers.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT),
                            Map.Entry::getValue))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void neitherAddressNorSecretIsEverShownAndNeitherLiesOpenInTheDatabase() {
        add("/channels/secretive",
                Map.of("kind", "WEBHOOK", "url", "http://127.0.0.1:443/hook/t0ken", "secret", SECRET))
                .body("host", equalTo("127.0.0.1")).body("keySet()", not(containsString("url")))
                .body(not(containsString("t0ken")), not(containsString("whsec_")));

        for (String place : List.of("/channels", "/channels/secretive", "/channels/secretive/deliveries",
                "/learners/anybody/you")) {
            given().get(place).then().statusCode(200).body(not(containsString("t0ken")),
                    not(containsString(SECRET.substring(6))));
        }
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select c::text from channel c", String.class).getResultList());
        assertThat(rows.toString()).contains("secretive").doesNotContain("t0ken", SECRET.substring(6));
        // left out, both stay; with another address the secret has to come again
        add("/channels/secretive", Map.of("kind", "WEBHOOK"));
        problem("/channels/secretive", Map.of("kind", "WEBHOOK", "url", "http://127.0.0.1:443/other"), "secret",
                "not a key");
    }

    @Test
    void whatIsNoChannelIsTold() {
        String ok = "https://receiver.example/hook";
        problem("/channels/x", Map.of("url", ok), "kind", "missing");
        problem("/channels/x", Map.of("kind", "SLACK", "url", ok), "kind",
                "everybody in a chat would read everybody's messages");
        problem("/channels/x", Map.of("kind", "WEBHOOK", "url", "https://10.0.0.1/", "secret", SECRET), "url",
                "a number where a host name belongs");
        problem("/channels/x", Map.of("kind", "WEBHOOK", "secret", SECRET), "url", "not an address");
        problem("/channels/x", Map.of("kind", "WEBHOOK", "url", ok, "secret", "whsec_c2hvcnQ="), "secret", "not a key");
        problem("/channels/x", Map.of("kind", "XAPI", "url", ok, "secret", "rapport"), "secret",
                "no name and password");
        problem("/learners/l/channels/x", Map.of("kind", "TEAMS", "url", ok, "secret", "x"), "secret",
                "of no use here");
        problem("/channels/x", Map.of("kind", "WEBHOOK", "url", ok, "secret", SECRET, "quietHours",
                Map.of("zone", "Mars/Base", "from", "19:00", "to", "07:00")), "quietHours.zone", "not a time zone");
        problem("/channels/x", Map.of("kind", "WEBHOOK", "url", ok, "secret", SECRET, "quietHours",
                Map.of("zone", "UTC", "from", "7 pm", "to", "07:00")), "quietHours.from", "not a time of day");
        given().contentType(ContentType.JSON).body(Map.of("quietHours", Map.of("zone", "UTC", "from", "07:00", "to",
                "07:00"))).put("/learners/l/quiet-hours").then().statusCode(400)
                .body("errors[0].field", equalTo("quietHours.to"));
        given().get("/channels/unknown").then().statusCode(404).contentType("application/problem+json").body("type",
                equalTo("https://rapport.dev/problems/unknown-channel"));
        given().delete("/channels/unknown").then().statusCode(404);
        given().get("/channels/unknown/deliveries").then().statusCode(404);
    }

    @Test
    void anotherTenantSeesAndGetsNothing() throws Exception {
        try (Receiver receiver = new Receiver()) {
            add("/channels/mine", webhook(receiver));
            composed(both("dlv-other").tenant("other-house"));

            assertThat(dispatch().look()).isEmpty();
            given().header("X-Rapport-Tenant", "other-house").get("/channels/mine").then().statusCode(404);
        }
    }

    @Test
    void aStreamTellsOfNewMessagesOfItsLearnerAndResumesAfterTheLast() throws Exception {
        String before = composed(both("dlv-sse-0").learner("streamer"));
        try (Listener listener = new Listener("/learners/streamer/events", null)) {
            soon().until(() -> listener.lines.contains(":still here"));
            composed(both("dlv-sse-other").learner("somebody-else"));
            composed(both("dlv-sse-tenant").learner("streamer").tenant("other-house"));
            String first = composed(both("dlv-sse-1").learner("streamer"));
            String second = composed(both("dlv-sse-2").learner("streamer"));

            soon().until(() -> listener.ids().size() == 2);
            assertThat(listener.ids()).containsExactly(first, second).doesNotContain(before);
            assertThat(listener.lines).contains("event:message").anySatisfy(line -> assertThat(line)
                    .startsWith("data:{\"message\":\"" + first + "\"")
                    .contains("\"link\":\"https://rapport.example/learners/streamer/messages/" + first + "\""));
            try (Listener again = new Listener("/learners/streamer/events", first)) {
                soon().until(() -> !again.ids().isEmpty());
                String third = composed(both("dlv-sse-3").learner("streamer"));
                soon().until(() -> again.ids().contains(third) && listener.ids().contains(third));
                assertThat(again.ids()).containsExactly(second, third);
                assertThat(listener.ids()).containsExactly(first, second, third);
            }
        }
        given().get("/learners/a%20b/events").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aLearnerReadsWhereTheirMessagesGo() throws Exception {
        given().get("/learners/reader/you").then().statusCode(200).body(containsString("Nowhere but to this page."));
        try (Receiver receiver = new Receiver()) {
            add("/channels/crm", webhook(receiver));
            add("/learners/reader/channels/chat", Map.of("kind", "SLACK", "url", receiver.url("/x"), "quietHours",
                    Map.of("zone", "Europe/Berlin", "from", "19:00", "to", "07:30")));
            add("/learners/other/channels/not-theirs", webhook(receiver));

            given().get("/learners/reader/you").then().statusCode(200).body(
                    containsString("<strong>crm</strong> at 127.0.0.1, for everybody here: a system of your house"),
                    containsString("<strong>chat</strong> at 127.0.0.1, your own: in Slack; not from 19:00 to 07:30,"),
                    not(containsString("not-theirs")));
        }
    }

    @Test
    void theInterfaceIsDescribedWithExamples() {
        given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200)
                .body("paths.'/channels/{name}'.put.requestBody.content.'application/json'.examples"
                        + ".'a signed webhook'.value.kind", equalTo("WEBHOOK"))
                .body("paths.'/learners/{learner}/quiet-hours'.put.responses.'400'.description", equalTo(
                        "A time or zone that is none"));
    }

    private static Set<String> idsOf(Receiver receiver) {
        Set<String> ids = new LinkedHashSet<>();
        receiver.seen.forEach(each -> ids.add(each.header("webhook-id")));
        return ids;
    }

    private Dispatch dispatch() {
        return dispatch(2);
    }

    private Dispatch dispatch(int perChannel) {
        return dispatch(perChannel, LIMIT);
    }

    private Dispatch dispatch(int perChannel, Duration limit) {
        return new Dispatch(deliveries, writing(), wire(limit), new Dispatch.Limits(64, perChannel, limit), clock,
                () -> 0, threads);
    }

    private Writing writing() {
        return new Writing(outside.keys().orElseThrow(), outside.payloads());
    }

    private Wire wire(Duration limit) {
        // receivers take whatever port is free
        return new Wire(vertx, new HttpClientOptions(),
                new AddressGuard(true, List.of(new PortRange(1, 65_535)), List.of(Network.of("127.0.0.0/8"))),
                host -> List.of(InetAddress.getAllByName(host)), threads, limit, clock);
    }

    /** Looks once and waits until what was begun is settled. */
    private static void attempt(Dispatch dispatch) throws Exception {
        CompletableFuture.allOf(dispatch.look().toArray(CompletableFuture[]::new)).get();
    }

    private static Map<String, Object> webhook(Receiver receiver) {
        return Map.of("kind", "WEBHOOK", "url", receiver.url("/hook"), "secret", SECRET);
    }

    private static ValidatableResponse add(String path, Map<String, ?> channel) {
        return given().contentType(ContentType.JSON).body(channel).put(path).then().statusCode(200);
    }

    private static void problem(String path, Map<String, ?> channel, String field, String what) {
        given().contentType(ContentType.JSON).body(channel).put(path).then().statusCode(400)
                .contentType("application/problem+json").body("errors.find { it.field == '" + field + "' }.problem",
                        equalTo(what));
    }

    private static Map<String, Object> delivery(String channel) {
        List<Map<String, Object>> all = given().get(channel + "/deliveries").then().statusCode(200).extract()
                .jsonPath().getList("");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String composed(Conversations talk) {
        QuarkusTransaction.requiringNew().run(() -> messages.compose(talk.build()));
        return messages.of(talk.judged().tenant(), talk.judged().conversation()).orElseThrow().id();
    }
}
