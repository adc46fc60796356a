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
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static dev.rapport.rules.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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
        soon().ignoreExceptions().until(() -> rulebooks.defaultFiles() != null);
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
        dismiss(tenant, id, "they are").then().statusCode(409)
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
        dismiss(tenant, id, " ").then().statusCode(400).body("errors[0].field", equalTo("why"));
        assertThat(proposals.open(tenant)).isEqualTo(Map.of("B20", 1));
        dismiss(tenant, id, "each could be answered with yes").then().statusCode(200)
                .body("state", equalTo("DISMISSED")).body("why", equalTo("each could be answered with yes"));
        assertThat(proposals.open(tenant)).isEmpty();
        assertThat(proposals.all(tenant, Proposals.State.OPEN)).isEmpty();
    }

    @Test
    void anOwnerFindsItOnThePagesAndTakesItWithOneStep() {
        String tenant = "proposal-4";
        keep(tenant, "talk");
        react(tenant, "talk", 5, Reaction.NOT_RIGHT);
        String id = proposals.all(tenant, Proposals.State.OPEN).get(0).id();
        soon().ignoreExceptions().until(() -> rulebooks.defaultFiles() != null);

        of(tenant).get("/console/versions/live/rules").then().statusCode(200)
                .body(containsString("<a href=\"/console/not-right?rule=B20\">1 not right</a>"));
        of(tenant).get("/console/versions/live/rules/B20").then().statusCode(200)
                .body(containsString("Learners called one moment of this rule not right."));
        of(tenant).get("/console/not-right?rule=b20").then().statusCode(200).body(containsString("not-right/" + id));
        of(tenant).get("/console/not-right?rule=B19").then().statusCode(200).body(not(containsString(id)));
        String page = of(tenant).get("/console/not-right/" + id).then().statusCode(200).extract().asString();
        assertThat(page).contains("Start a draft with it").doesNotContain("Lena").doesNotContain("Paul");
        assertThat(page.split("class=\"turn mine hit\"")).hasSize(2);
        assertThat(page.split("class=\"turn mine hit\"")[1]).contains("Are you happy with it?");

        String rule = of(tenant).redirects().follow(false).post("/console/not-right/" + id + "/accept").then()
                .statusCode(303).extract().header("Location");
        // examples are counted from nought, and the new one is the last
        long last = rulebooks.defaultFiles().text("examples/B20.yaml").lines()
                .filter(line -> line.startsWith("  - name: ")).count();
        String there = "/console/versions/1/rules/B20?saved=yes&example=" + last;
        assertThat(rule).endsWith(there);
        of(tenant).get(there).then().statusCode(200)
                .body(containsString(
                        "<option value=\"" + last + "\" selected>near miss: a learner said this is not right"))
                .body(containsString("The rule says yes at turn 5."));
        of(tenant).get("/console/not-right/" + id).then().statusCode(200)
                .body(containsString("<strong>ada</strong> took it into"));
        of(tenant).formParam("why", "late").post("/console/not-right/" + id + "/dismiss").then().statusCode(409)
                .body(containsString("was accepted by ada"));
    }

    @Test
    void aDraftThatSomebodyElseChangedOrThatLostItsRuleIsNotWrittenInto() {
        String tenant = "proposal-5";
        keep(tenant, "talk");
        react(tenant, "talk", 5, Reaction.NOT_RIGHT);
        String id = proposals.all(tenant, Proposals.State.OPEN).get(0).id();
        soon().ignoreExceptions().until(() -> rulebooks.defaultFiles() != null);
        Person ada = new Person(tenant, "ada");
        Version draft = rulebooks.startDraft(ada, null, "less");
        String into = draft.number() + "." + draft.edition();
        of(tenant).get("/console/not-right/" + id).then().body(containsString("<option value=\"" + into + "\">"));
        Person ben = new Person(tenant, "ben");
        RulebookFiles files = rulebooks.files(tenant, draft.number());
        Version changed = rulebooks.save(ben, draft.number(), draft.edition(), files.with("phrases/own.txt", "own"));

        of(tenant).formParam("draft", into).post("/console/not-right/" + id + "/accept").then().statusCode(409)
                .body(containsString("ben changed version 1 meanwhile"));
        Version without = rulebooks.save(ben, draft.number(), changed.edition(), RuleText.removeWhole(files, "B20"));
        of(tenant).formParam("draft", without.number() + "." + without.edition())
                .post("/console/not-right/" + id + "/accept").then().statusCode(409)
                .body(containsString("Version 1 has no rule B20"));
        assertThat(rulebooks.files(tenant, draft.number()).has("examples/B20.yaml")).isFalse();

        of(tenant).formParam("why", "").post("/console/not-right/" + id + "/dismiss").then().statusCode(400)
                .body(containsString("Say why the rule is right"));
        of(tenant).formParam("why", "yes or no, three times").redirects().follow(false)
                .post("/console/not-right/" + id + "/dismiss").then().statusCode(303);
        of(tenant).get("/console/not-right?state=dismissed").then().body(containsString("dismissed</span> by ada"));
        assertThat(proposals.find(tenant, id).why()).isEqualTo("yes or no, three times");
        of(tenant).get("/console/not-right/p-none").then().statusCode(404).body("type",
                equalTo("https://rapport.dev/problems/unknown-proposal"));
    }

    private static RequestSpecification of(String tenant) {
        return given().header("X-Rapport-Tenant", tenant).cookie("rapport-person", "ada");
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

    private static Response dismiss(String tenant, String id, String why) {
        return given().header("X-Rapport-Tenant", tenant).contentType("application/json").body(Map.of("why", why))
                .post("/proposals/" + id + "/dismiss");
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
