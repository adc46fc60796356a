package dev.rapport.rules.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.events.ConversationOpened;
import dev.rapport.events.LearnerErased;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.archive.MadeUpTalks;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.Sample;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.signals.TextReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static dev.rapport.rules.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

/** Replays as a client and the console see them, with a real database. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ReplayResourceTest {

    private static final RulebookFiles LIVE = RulebookFolder.contents(Path.of("../rules")).files();
    private static final RulebookFiles STRICTER = LIVE.with("behaviours/questions.rules",
            LIVE.text("behaviours/questions.rules").replace("at least 3 closed questions in a row",
                    "at least 50 closed questions in a row"));

    @Inject
    Archive archive;
    @Inject
    Replays replays;

    @Test
    void aReplayTellsWhoseMessageChangesAndOpensTheTalk() {
        String tenant = "replay-1";
        keep(tenant, 24);

        Job started = replays.start(new Person(tenant, "ada"), LIVE, STRICTER, null, Sample.ALL);
        Job done = soon().until(() -> replays.job(tenant, started.id()), Job::isOver);

        assertThat(done.state()).isEqualTo(Job.State.DONE);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.summary().conversations()).isEqualTo(24);
        assertThat(done.startedBy()).isEqualTo("ada");
        Summary.RuleCount streak = done.summary().rules().stream().filter(r -> r.rule().equals("B20")).findFirst()
                .orElseThrow();
        assertThat(streak.points().gone()).isPositive();
        List<Change> all = replays.changes(tenant, done.id(), Replays.Wanted.ALL, 0, 500).changes();
        Summary.Count messages = done.summary().messages();
        assertThat(all).hasSize(
                (int) (messages.fresh() + messages.gone() + messages.changed() + messages.reworded()));
        assertThat(replays.changes(tenant, done.id(), new Replays.Wanted(null, "B20", null, null), 0, 500).changes())
                .hasSize((int) streak.points().gone());

        given().header("X-Rapport-Tenant", tenant).get("/replays/" + done.id()).then().statusCode(200)
                .body("state", equalTo("DONE")).body("summary.conversations", equalTo(24));
        Replays.Page first = replays.changes(tenant, done.id(), Replays.Wanted.ALL, 0, 1);
        assertThat(first.changes()).containsExactly(all.get(0));
        given().header("X-Rapport-Tenant", tenant).get("/replays/" + done.id() + "/changes?rule=B20&limit=1").then()
                .statusCode(200).body("changes", hasSize(1));
        given().header("X-Rapport-Tenant", tenant).get("/talks/" + all.get(0).conversation()).then().statusCode(200)
                .body("turns", hasSize(20)).body("learner", equalTo(all.get(0).learner()));
        given().header("X-Rapport-Tenant", "another").get("/replays/" + done.id()).then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-replay"));
        given().header("X-Rapport-Tenant", "another").get("/talks/" + all.get(0).conversation()).then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-conversation"));

        // what quotes a talk goes with it
        Change gone = all.get(0);
        archive.take(List.of(new Archive.Heard(new LearnerErased(tenant, gone.learner(), Instant.now()),
                Instant.now())));
        assertThat(replays.changes(tenant, done.id(), Replays.Wanted.ALL, 0, 500).changes())
                .hasSize((int) all.stream().filter(c -> !c.learner().equals(gone.learner())).count());
    }

    @Test
    void aReplayCanBeEndedWhileItWaitsOrRuns() {
        String tenant = "replay-2";
        keep(tenant, 24);
        Job one = replays.start(new Person(tenant, "ada"), LIVE, STRICTER, null, Sample.ALL);
        Job two = replays.start(new Person(tenant, "ada"), LIVE, STRICTER, null, Sample.ALL);

        given().header("X-Rapport-Tenant", tenant).post("/replays/" + two.id() + "/cancel").then().statusCode(200);
        replays.cancel(tenant, one.id());

        soon().until(() -> replays.all(tenant).stream().allMatch(Job::isOver));
        assertThat(replays.job(tenant, two.id()).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(replays.all(tenant)).extracting(Job::id).containsExactly(two.id(), one.id());
    }

    @Test
    void aDraftWithFaultsIsRefusedWithItsPlaces() {
        Map<String, String> files = STRICTER.with("behaviours/questions.rules", LIVE.text("behaviours/questions.rules")
                .replace("the turn is a closed question", "the turn is a clsoed question")).texts();

        given().contentType("application/json").body(Map.of("files", files)).post("/replays").then().statusCode(422)
                .body("type", equalTo("https://rapport.dev/problems/rulebook-with-faults"))
                .body("errors[0]", startsWith("behaviours/questions.rules:"));
    }

    @Test
    void whoSendsNeitherAVersionNorFilesIsTold() {
        given().contentType("application/json").body("{}").post("/replays").then().statusCode(400).body("type",
                equalTo("https://rapport.dev/problems/bad-request"));
        given().contentType("application/json").body("{\"version\": 99}").post("/replays").then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-version"));
    }

    private void keep(String tenant, int talks) {
        MadeUpTalks made = new MadeUpTalks(20, 4, new TextReader()::read);
        for (int n = 0; n < talks; n++) {
            PastTalk talk = made.talk(n);
            ConversationOpened o = talk.opened();
            archive.keep(new PastTalk(new ConversationOpened(tenant, o.conversation(), o.learner(), o.participants(),
                    o.kind(), o.stage(), o.language(), o.consent(), o.startedAt()), talk.at(), talk.turns()));
        }
    }
}
