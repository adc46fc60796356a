package dev.rapport.rules.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.conversation.Talk;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** A learner's "not right" on its way into the examples of a rule. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ProposalResourceTest {

    @Inject
    Archive archive;
    @Inject
    Proposals proposals;
    @Inject
    Rulebooks rulebooks;

    @Test
    void aNotRightBecomesANearMissThatKeepsADraftFromBeingChecked() {
        String tenant = "proposal-1";
        keep(tenant, "talk");
        react(tenant, "talk", 5, Reaction.NOT_RIGHT);
        react(tenant, "talk", 5, Reaction.NOT_RIGHT);

        String id = given().header("X-Rapport-Tenant", tenant).get("/proposals?state=open").then().statusCode(200)
                .body("proposals", hasSize(1)).body("proposals[0].rule", equalTo("B20")).extract()
                .path("proposals[0].id");
        await().ignoreExceptions().until(() -> rulebooks.defaultFiles() != null);
        given().header("X-Rapport-Tenant", tenant).get("/proposals/" + id).then().statusCode(200)
                .body("firesYet", equalTo(true)).body("example", containsString("Are you happy with it?"));
        Person ada = new Person(tenant, "ada");
        Version draft = rulebooks.startDraft(ada, null, "what learners said");

        given().header("X-Rapport-Tenant", tenant).header("X-Rapport-Person", "ada").contentType("application/json")
                .body(Map.of("version", draft.number(), "edition", draft.edition()))
                .post("/proposals/" + id + "/accept").then().statusCode(200)
                .body("edition", equalTo(draft.edition() + 1));

        assertThat(rulebooks.files(tenant, draft.number()).text("examples/B20.yaml"))
                .startsWith(rulebooks.defaultFiles().text("examples/B20.yaml").stripTrailing())
                .contains("a learner said this is not right");
        assertThat(rulebooks.check(ada, draft.number(), draft.edition() + 1).faults()).anyMatch(
                fault -> fault.file().equals("examples/B20.yaml") && fault.what().contains("not right"));
        given().header("X-Rapport-Tenant", tenant).post("/proposals/" + id + "/dismiss").then().statusCode(409)
                .body("type", equalTo("https://rapport.dev/problems/proposal-decided"))
                .body("detail", containsString("accepted by ada"));
    }

    @Test
    void aWordTakenBackOrDismissedIsNoProposalAnyMore() {
        String tenant = "proposal-2";
        keep(tenant, "talk");
        react(tenant, "talk", 5, Reaction.NOT_RIGHT);
        react(tenant, "talk", 5, Reaction.HELPFUL);
        assertThat(proposals.all(tenant, null)).isEmpty();

        react(tenant, "talk", 5, Reaction.NOT_RIGHT);
        String id = proposals.all(tenant, Proposals.State.OPEN).get(0).id();
        given().header("X-Rapport-Tenant", tenant).post("/proposals/" + id + "/dismiss").then().statusCode(200)
                .body("state", equalTo("DISMISSED"));
        assertThat(proposals.all(tenant, Proposals.State.OPEN)).isEmpty();
    }

    @Test
    void whatIsNotInTheArchiveOrNotTheLearnersOwnIsNoProposal() {
        String tenant = "proposal-3";
        keep(tenant, "talk");
        react(tenant, "no-such-talk", 5, Reaction.NOT_RIGHT);
        proposals.take(new ReactionGiven(tenant, "somebody-else", "m", "B20", "v", tenant + "/talk/turn/5/B20",
                Reaction.NOT_RIGHT, Instant.EPOCH));
        proposals.take(new ReactionGiven(tenant, "lena", "m", "B20", "v", "other/talk/turn/5/B20",
                Reaction.NOT_RIGHT, Instant.EPOCH));

        assertThat(proposals.all(tenant, null)).isEmpty();
        given().header("X-Rapport-Tenant", tenant).get("/proposals/p-none").then().statusCode(404).body("type",
                equalTo("https://rapport.dev/problems/unknown-proposal"));
    }

    private void react(String tenant, String conversation, int turn, Reaction reaction) {
        proposals.take(new ReactionGiven(tenant, "lena", "m", "B20", "v",
                tenant + "/" + conversation + "/turn/" + turn + "/B20", reaction, Talk.START));
    }

    private void keep(String tenant, String id) {
        Talk talk = Talk.called(tenant, id).learner("Is it live already?").partner("In two of the shops, yes.")
                .learner("Did the managers agree?").partner("Most of them.").learner("Are you happy with it?");
        List<Archive.Heard> heard = new java.util.ArrayList<>(List.of(new Archive.Heard(talk.opened(), Talk.START)));
        talk.turns().forEach(turn -> heard.add(new Archive.Heard(turn, Talk.START)));
        archive.take(heard);
    }
}
