package dev.rapport.rules.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** The pages as a browser without scripts meets them. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ConsoleResourceTest {

    private static final String B20 = "/console/versions/live/rules/B20";
    private static final String SENTENCE = """
            rule "Three closed questions in a row"
              code B20
              owner "Rapport"
              when the speaker is the learner
               and the turn is a closed question
               and at least 3 closed questions in a row by the learner
              then observe "closed-question streak" as something to grow, clearly""";

    private static RequestSpecification mara() {
        return given().header("X-Rapport-Tenant", "console").cookie("rapport-person", "mara");
    }

    @Test
    void nothingOnAPageMayRunButOurOwnFiles() {
        mara().get("/console/versions/live/rules").then().statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Cache-Control", "no-store").body(not(containsString("<script>")))
                .body(containsString("Three closed questions in a row"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        mara().header("Sec-Fetch-Site", "cross-site").formParam("why", "theirs").post("/console/versions").then()
                .statusCode(403).body("type", equalTo("https://rapport.dev/problems/foreign-form"));
    }

    @Test
    void aSlipIsShownWithItsPlaceAndWhatWasMeant() {
        mara().formParam("text", SENTENCE.replace("a closed question", "a clsoed question")).formParam("talk", "")
                .post(B20 + "/check").then().statusCode(200)
                .body(containsString("data-line=\"5\" data-column=\"22\""))
                .body(containsString("data-fix=\"closed question\""));
    }

    @Test
    void whatPeopleWriteIsShownAsText() {
        mara().formParam("text", SENTENCE).formParam("talk", "Learner: <script>alert(1)</script>")
                .post(B20 + "/check").then().statusCode(200).body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void aChangeOfWhatIsInForceBecomesADraftAndWhatChangedMeanwhileIsNotOverwritten() {
        String draft = mara().formParam("text", SENTENCE).formParam("why", "may be meant").redirects().follow(false)
                .post(B20).then().statusCode(303).extract().header("Location");
        assertThat(draft).endsWith("/rules/B20?saved=yes");

        String rule = draft.substring(draft.indexOf("/console"), draft.indexOf('?'));
        mara().formParam("text", SENTENCE.replace(", clearly", ", likely")).formParam("edition", 1).post(rule).then()
                .statusCode(409).body(containsString("Your words are still here"));
    }

    @Test
    void anUnknownRuleIsAProblemWithAType() {
        mara().get("/console/versions/live/rules/NONE").then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-rule"));
    }

    @Test
    void aClientTriesRulesOnATalk() {
        mara().contentType(ContentType.JSON).body("{\"talk\": \"Learner: Is it live already?\\nPartner: In two shops."
                + "\\nLearner: Did the managers agree?\\nPartner: Most of them.\\nLearner: Are you happy with it?\"}")
                .post("/try-out").then().statusCode(200)
                .body("turns[4].rules.find { it.code == 'B20' }.verdict", equalTo("YES"))
                .body("turns[2].rules.find { it.code == 'B20' }.changes",
                        hasItem(containsString("at least 3 closed questions")));
    }

    @Test
    void aTalkThatCannotBeReadNamesItsLine() {
        mara().contentType(ContentType.JSON).body("{\"talk\": \"Learner: Hi.\\nBob: Hi.\"}").post("/try-out").then()
                .statusCode(400).body("errors[0].field", equalTo("talk:2"));
    }

    @Test
    void faultyRulesNameFileLineAndColumn() {
        mara().contentType(ContentType.JSON)
                .body("{\"talk\": \"Learner: Hi.\", \"changes\": {\"behaviours/a.rules\": \"rul \\\"x\\\"\"}}")
                .post("/try-out").then().statusCode(422)
                .body("errors.find { it.file == 'behaviours/a.rules' }.line", equalTo(1))
                .body("errors.find { it.file == 'behaviours/a.rules' }.column", equalTo(1));
    }

    @Test
    void thePagesHaveTheColoursOfTheLearners() throws IOException {
        String learners = Files.readString(
                Path.of("..", "feedback-service", "src", "main", "resources", "META-INF", "resources", "rapport.css"));
        String managers = Files
                .readString(Path.of("src", "main", "resources", "META-INF", "resources", "rapport-console.css"));
        var colours = learners.lines().map(String::strip).filter(line -> line.startsWith("--")).toList();
        assertThat(colours).isNotEmpty().allMatch(managers::contains);
    }
}
