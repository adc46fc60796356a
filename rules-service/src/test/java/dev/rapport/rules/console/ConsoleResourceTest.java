package dev.rapport.rules.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.version.Rulebooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static dev.rapport.rules.Patience.soon;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
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

    @Inject
    Rulebooks rulebooks;

    private static RequestSpecification mara() {
        return of("console");
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
    void rulesTakenAlongInAnyFormComeBackAndChangeNothing() {
        int draft = draft("console-files", "to spreadsheets and back");
        for (String file : List.of("rulebook.xlsx", "rulebook-csv.zip", "rulebook.drl", "rulebook.zip",
                "rulebook.json")) {
            byte[] taken = of("console-files").get(exchange(draft) + "/" + file).then().statusCode(200)
                    .header("Content-Disposition", "attachment; filename=\"" + file + "\"").extract().asByteArray();
            of("console-files").redirects().follow(false).multiPart("edition", "1").multiPart("file", file, taken)
                    .post(exchange(draft)).then().statusCode(303);
            assertThat(rulebooks.files("console-files", draft)).as(file).isEqualTo(rulebooks.defaultFiles());
        }
        of("console-files").get(exchange(draft) + "/rulebook.pdf").then().statusCode(404)
                .body("type", equalTo("https://rapport.dev/problems/unknown-file"));
    }

    @Test
    void aFaultyFileIsToldWithItsPlaceAndChangesNothing() {
        String tenant = "console-faults";
        int draft = draft(tenant, "from a spreadsheet");
        String owner = "Code,Owner,Severity\nB20,Ann,strong\n";
        Map<String, byte[]> faulty = new LinkedHashMap<>();
        faulty.put("Rules.csv", bytes(owner));
        faulty.put("own.drl", bytes("rule \"B20\"\nwhen eval(true) then end"));
        faulty.put("own.json", bytes("{\"behaviours/a.rules\":\n nothing}"));
        faulty.put("own.zip", bytes("no zip"));
        faulty.put("own.xlsx", bytes("no workbook"));
        faulty.put("own.docx", bytes("a letter"));
        faulty.put("Phrases.csv", new byte[]{'L', 'i', 's', 't', '\n', (byte) 0xe9});
        List<String> told = List.of(">Rules!", ">own.drl:2:6<", ">own.json:2:2<", ">own.zip<", ">workbook<",
                ">own.docx<", ">Phrases.csv:2:1<");
        int i = 0;
        for (Map.Entry<String, byte[]> file : faulty.entrySet()) {
            of(tenant).multiPart("edition", "1").multiPart("file", file.getKey(), file.getValue())
                    .post(exchange(draft)).then().statusCode(422).body(containsString("Nothing was taken"))
                    .body(containsString("class=\"where\"" + told.get(i++)));
        }
        of(tenant).multiPart("edition", "1").multiPart("file", "", new byte[0]).post(exchange(draft)).then()
                .statusCode(422).body(containsString("nothing was chosen"));
        assertThat(rulebooks.find(tenant, draft).edition()).isEqualTo(1);
        assertThat(rulebooks.files(tenant, draft)).isEqualTo(rulebooks.defaultFiles());
    }

    @Test
    void aChangedSheetIsTakenOnceAndNotOverWhatChangedMeanwhile() {
        String tenant = "console-sheet";
        int draft = draft(tenant, "phrases from a spreadsheet");
        byte[] json = bytes(new String(of(tenant).get(exchange(draft) + "/rulebook.json").asByteArray(), UTF_8)
                .replace("at least 3 closed questions in a row", "at least 4 closed questions in a row"));
        of(tenant).multiPart("edition", "1").multiPart("file", "own.json", json).redirects().follow(false)
                .post(exchange(draft)).then().statusCode(303);
        assertThat(rulebooks.files(tenant, draft).text("behaviours/questions.rules"))
                .contains("at least 4 closed questions in a row");
        of(tenant).multiPart("edition", "1").multiPart("file", "own.json", json).post(exchange(draft)).then()
                .statusCode(409).body(containsString("mara changed version " + draft + " meanwhile"));
        of(tenant).multiPart("edition", "1").multiPart("file", "own.json", json)
                .post("/console/versions/live/exchange").then().statusCode(409);
    }

    @Test
    void aLongFileCanBeSavedFromItsPage() {
        String tenant = "console-long";
        int draft = draft(tenant, "many phrases");
        String phrases = IntStream.range(0, 9_000).mapToObj(i -> "word number " + i).collect(joining("\n"));
        of(tenant).formParam("text", phrases).formParam("edition", 1).redirects().follow(false)
                .post("/console/versions/" + draft + "/files/phrases/thanks.txt").then().statusCode(303);
        assertThat(rulebooks.files(tenant, draft).text("phrases/thanks.txt")).isEqualTo(phrases);
    }

    private static String exchange(int draft) {
        return "/console/versions/" + draft + "/exchange";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static RequestSpecification of(String tenant) {
        return given().header("X-Rapport-Tenant", tenant).cookie("rapport-person", "mara");
    }

    private int draft(String tenant, String why) {
        soon().ignoreExceptions().until(() -> rulebooks.defaultFiles() != null);
        return rulebooks.startDraft(new Person(tenant, "mara"), null, why).number();
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
