package dev.rapport.local;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.rapport.local.HouseState.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One house, from its first start to its removal: starting it for each test would take longer than all tests do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HouseIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LEARNER = "Priya Raman";

    @TempDir
    static Path temporary;

    private static Script script;
    private static HouseFolder folder;
    private static JsonNode good;

    @BeforeAll
    static void start() throws Exception {
        folder = new HouseFolder(temporary.resolve("house"));
        script = Script.with(folder.path());
        var up = script.rapport("up");
        assertThat(up.exit()).as(up.toString()).isZero();
        assertThat(up.out()).contains("ready in ", "coaching messages ");
    }

    @AfterAll
    static void wipe() throws Exception {
        script.rapport("down", "--wipe");
    }

    @Test
    @Order(1)
    void aHouseThatIsUpSaysSo() throws Exception {
        var status = script.rapport("status");
        assertThat(status.exit()).as(status.toString()).isZero();
        assertThat(status.out()).startsWith("ready ").containsPattern("rules +\\d+ in force, version \\S+");
    }

    @Test
    @Order(2)
    void aTranscriptBecomesAMessage() throws Exception {
        var coach = script.rapport("coach", "samples/discovery-good.vtt", "--learner", LEARNER, "--kind",
                "sales-discovery",
                "--json");
        assertThat(coach.exit()).as(coach.toString()).isZero();
        good = JSON.readTree(coach.out());
        assertThat(good.path("kind").asText()).isEqualTo("COACHING");
        assertThat(good.at("/strength/quote/text").asText()).isNotBlank();
        // the text is broken into lines for a terminal
        assertThat(good.path("text").asText().replaceAll("\\s+", " "))
                .contains(good.at("/strength/quote/text").asText());
        assertThat(coach.err()).startsWith("consent: ").contains("page: http://127.0.0.1:");
    }

    @Test
    @Order(3)
    void theSameTalkLedPoorlyGetsAnotherMessage() throws Exception {
        var poor = script.rapport("coach", "samples/discovery-poor.vtt", "--learner", LEARNER, "--kind",
                "sales-discovery");
        assertThat(poor.exit()).as(poor.toString()).isZero();
        assertThat(poor.out().strip()).isNotBlank().isNotEqualTo(good.path("text").asText().strip());
    }

    @Test
    @Order(4)
    void aLearnerWhoIsNoSpeakerBringsTheListOfSpeakersAndExitCodeTwo() throws Exception {
        for (var named : new String[][]{{"--learner", "Nobody"}, {}}) {
            var words = new ArrayList<>(List.of("coach", "samples/discovery-good.vtt"));
            words.addAll(List.of(named));
            var coach = script.rapport(words.toArray(String[]::new));
            assertThat(coach.exit()).as(coach.toString()).isEqualTo(2);
            assertThat(coach.out().lines()).hasSize(2).allMatch(line -> line.matches("- .+ \\(\\d+ turns\\)"))
                    .anyMatch(line -> line.startsWith("- " + LEARNER + " ("));
        }
    }

    @Test
    @Order(5)
    void whatCannotBeCoachedIsRefusedWithExitCodeOne() throws Exception {
        var empty = Files.createFile(temporary.resolve("empty.vtt"));
        var noise = Files.write(temporary.resolve("noise.vtt"), new byte[]{0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 9});
        var refused = Map.of("No such file: ", new String[]{"coach", "none.vtt", "--learner", LEARNER},
                " is empty", new String[]{"coach", empty.toString(), "--learner", LEARNER},
                "Without consent ", new String[]{"coach", "samples/discovery-good.vtt", "--consent", "no"},
                noise.toString(), new String[]{"coach", noise.toString(), "--learner", LEARNER});
        for (var each : refused.entrySet()) {
            var coach = script.rapport(each.getValue());
            assertThat(coach.exit()).as(coach.toString()).isEqualTo(1);
            assertThat(coach.err()).contains("rapport: ").contains(each.getKey());
            assertThat(coach.out()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void aServiceThatIsKilledComesBack() throws Exception {
        var before = pid("rules-service");
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var state = folder.state().orElseThrow();
            return state.pids().getOrDefault("rules-service", before) != before
                    && ServicePart.isReady(state.ports().rulesUrl(), state.id());
        });
    }

    @Test
    @Order(7)
    void messagesSurviveARestartAndSoDoThePorts() throws Exception {
        var ports = folder.state().orElseThrow().ports();
        assertThat(script.rapport("down").exit()).isZero();
        assertThat(script.rapport("status").exit()).isEqualTo(3);
        var up = script.rapport("up");
        assertThat(up.exit()).as(up.toString()).isZero();
        assertThat(folder.state().orElseThrow().ports()).isEqualTo(ports);
        assertThat(get(ports.feedbackUrl() + "/messages/" + good.path("id").asText()).path("text"))
                .isEqualTo(good.path("text"));
    }

    @Test
    @Order(8)
    void theHouseListensOnTheLoopbackInterfaceOnly() throws Exception {
        var ports = folder.state().orElseThrow().ports();
        var elsewhere = NetworkInterface.networkInterfaces().filter(HouseIT::isUp)
                .flatMap(each -> each.inetAddresses())
                .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress()).toList();
        for (var address : elsewhere) {
            for (int port : new int[]{ports.ingest(), ports.rules(), ports.feedback(), ports.broker(),
                    ports.controller(),
                    ports.database()}) {
                assertThat(accepts(address, port)).as(address + ":" + port).isFalse();
            }
        }
    }

    @Test
    @Order(9)
    void nothingIsLeftBehindWhenTheLauncherIsKilled() throws Exception {
        var state = folder.state().orElseThrow();
        var children = state.pids().values().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
        assertThat(state.phase()).isEqualTo(Phase.READY);
        assertThat(children).hasSize(5);
        ProcessHandle.of(state.launcher()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(script.rapport("status").out()).startsWith("down");
    }

    @Test
    @Order(10)
    void coachStartsAHouseForOneCallAndEndsIt() throws Exception {
        var coach = script.rapport("coach", "samples/discovery-good.vtt", "--learner", LEARNER, "--kind",
                "sales-discovery");
        assertThat(coach.exit()).as(coach.toString()).isZero();
        // the same talk under the same rules: the message of the former house
        assertThat(coach.out().strip()).isEqualTo(good.path("text").asText().strip());
        assertThat(folder.state().orElseThrow().phase()).isEqualTo(Phase.DOWN);
        assertThat(folder.isTaken()).isFalse();
    }

    @Test
    @Order(11)
    void wipingLeavesNothing() throws Exception {
        assertThat(script.rapport("down", "--wipe").exit()).isZero();
        assertThat(folder.path()).doesNotExist();
    }

    private static long pid(String part) {
        return folder.state().orElseThrow().pids().get(part);
    }

    private static JsonNode get(String url) throws Exception {
        var response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
