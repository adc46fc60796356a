package dev.rapport.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import dev.rapport.local.Coaching.Speaker;
import dev.rapport.local.Coaching.WhichLearner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that answers as the services are documented to; the real ones are asked in {@link HouseIT}. */
class CoachingTest {

    private record Reply(int status, String body) {
    }

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Queue<Reply> messages = new ArrayDeque<>();
    private Reply rulebook = new Reply(200, "{\"version\":\"v1\",\"rules\":3}");
    private Reply upload = new Reply(201, "{\"conversation\":\"talk-1\",\"learner\":\"anna\",\"turns\":12}");
    private String uploaded;
    private HttpServer server;
    private HouseClient house;
    private Coaching coaching;
    private Talk talk;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var reply = path.equals("/rulebook") ? rulebook : path.equals("/transcripts") ? upload : messages.remove();
            if (path.equals("/transcripts")) {
                uploaded = exchange.getRequestURI().getRawQuery();
            }
            exchange.getRequestBody().readAllBytes();
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        house = new HouseClient(new Ports(port, port, port, 0, 0, 0));
        coaching = new Coaching(house, folder,
                new Progress(new PrintStream(printed), false));
        talk = new Talk(Files.writeString(folder.resolve("talk.txt"), "Anna Ng: Hello\n"), "Anna Ng", "support", null);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTalkIsUploadedWithConsentAndWhatWasToldAboutIt() {
        var taken = coaching.take(talk);
        assertThat(taken).isEqualTo(new Coaching.Taken("talk-1", "anna", 12));
        assertThat(uploaded).isEqualTo("learner=Anna+Ng&kind=support&consent=true&purpose=coaching&conversation="
                + talk.conversation("v1", "") + "&fileName=talk.txt");
    }

    @Test
    void theMessageIsWaitedFor() {
        messages.add(new Reply(404, "{\"type\":\"https://rapport.dev/problems/no-message-yet\"}"));
        messages.add(new Reply(503, "{}"));
        messages.add(new Reply(200, "{\"id\":\"m1\",\"text\":\"Well asked.\"}"));
        var message = coaching.awaitMessage(coaching.take(talk), Duration.ofSeconds(30));
        assertThat(message.path("text").asText()).isEqualTo("Well asked.");
    }

    @Test
    void waitingEndsWithExitCodeFour() {
        messages.add(new Reply(404, "{}"));
        messages.add(new Reply(404, "{}"));
        messages.add(new Reply(404, "{}"));
        var taken = coaching.take(talk);
        assertThatThrownBy(() -> coaching.awaitMessage(taken, Duration.ofMillis(200)))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exit()).isEqualTo(4));
    }

    @Test
    void aLearnerWhoIsNoSpeakerBringsTheListOfSpeakers() {
        upload = new Reply(422, """
                {"type":"https://rapport.dev/problems/which-learner","detail":"Anna Ng does not speak here",
                 "speakers":[{"name":"Ana","turns":7},{"name":"Ben","turns":1}]}""");
        assertThatThrownBy(() -> coaching.take(talk)).isInstanceOfSatisfying(WhichLearner.class,
                e -> assertThat(e.speakers()).isEqualTo(List.of(new Speaker("Ana", 7), new Speaker("Ben", 1))));
    }

    @Test
    void anotherRefusalIsPassedOnInItsOwnWords() {
        upload = new Reply(422,
                """
                               {"type":"https://rapport.dev/problems/unreadable-transcript","title":"Unreadable","detail":"No line has a speaker",
                        "errors":[{"field":"file","line":3,"column":null,"problem":"no colon","todo":"Write Name: words."}]}""");
        assertThatThrownBy(() -> coaching.take(talk)).isInstanceOfSatisfying(Failure.class, e -> {
            assertThat(e.exit()).isEqualTo(1);
            assertThat(e).hasMessage(
                    talk.file() + ": No line has a speaker\n  file:3: no colon; Write Name: words.");
        });
    }

    @Test
    void faultyRulesAreMentionedAndTheOldOnesCoach() {
        rulebook = new Reply(200, """
                {"version":"v1","refused":{"errors":[{"file":"acts/a.rules","line":4,"column":18,
                 "problem":"\\"clsoed\\" is no kind of turn","todo":"did you mean \\"closed\\"?"}]}}""");
        coaching.take(talk);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(
                """
                        rules: acts/a.rules:4:18: "clsoed" is no kind of turn; did you mean "closed"? (the last rules without a \
                        fault are in force)
                        """);
    }

    @Test
    void rulesThatCannotBeUsedAreToldFaultByFault() {
        rulebook = new Reply(200, """
                {"version":null,"refused":{"errors":[
                 {"file":"acts/a.rules","line":4,"column":18,"problem":"\\"clsoed\\" is no kind of turn",
                  "todo":"did you mean \\"closed\\"?"},
                 {"file":"messages/B01.yaml","line":2,"column":1,"problem":"there is no why","todo":"why:"}]}}""");
        assertThat(house.unusableRules()).contains("""
                The rules cannot be used; ./rapport rules check says the same
                  acts/a.rules:4:18: "clsoed" is no kind of turn; did you mean "closed"?
                  messages/B01.yaml:2:1: there is no why; why:""");
    }

    @Test
    void faultyRulesHinderNobodyWhileOthersAreInForce() {
        rulebook = new Reply(200, """
                {"version":"v1","refused":{"errors":[{"file":"a.rules","problem":"no name","todo":"a name"}]}}""");
        assertThat(house.unusableRules()).isEmpty();
    }

    @Test
    void whileTheServiceIsNotThereNothingIsKnownOfItsRules() {
        server.stop(0);
        assertThat(house.unusableRules()).isEmpty();
    }

    @Test
    void aHouseThatDoesNotAnswerIsExitCodeThree() {
        server.stop(0);
        assertThatThrownBy(() -> coaching.take(talk)).isInstanceOfSatisfying(Failure.class,
                e -> assertThat(e.exit()).isEqualTo(3));
    }
}
