package dev.rapport.local;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a learner does with a message, in a real browser and a real house: read, react, practise, set a goal, stop a rule,
 * take the data away, delete it. Pictures of every page are in {@code target/pictures}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearnerJourneyIT {

    @TempDir
    static Path temporary;

    private static Script script;
    private static Browser browser;
    private static String home;
    private static JsonNode message;

    @BeforeAll
    static void start() throws Exception {
        var opened = Browser.open(Path.of("target", "pictures"));
        Assumptions.assumeTrue(opened.isPresent(), "there is no Chromium");
        browser = opened.get();
        var folder = new HouseFolder(temporary.resolve("house"));
        script = Script.with(folder.path());
        var up = script.rapport("up");
        assertThat(up.exit()).as(up.toString()).isZero();
        coached("samples/discovery-good.vtt", "sales-discovery");
        message = coached("samples/discovery-poor.vtt", "sales-discovery");
        home = folder.state().orElseThrow().ports().feedbackUrl() + "/learners/" + message.path("learner").asText();
        browser.shape(Browser.WIDE, false);
    }

    private static JsonNode coached(String sample, String kind) throws Exception {
        var coach = script.rapport("coach", sample, "--learner", "Priya Raman", "--kind", kind, "--json");
        assertThat(coach.exit()).as(coach.toString()).isZero();
        return new JsonMapper().readTree(coach.out());
    }

    @AfterAll
    static void end() throws Exception {
        if (browser != null) {
            browser.close();
            script.rapport("down", "--wipe");
        }
    }

    @Test
    @Order(1)
    void theNewestMessageIsReadWithTheKeyboardAlone() throws Exception {
        browser.go(home);
        browser.awaitText("h1", "Your messages");
        browser.inspect("learner-messages");
        browser.tabTo(".card");
        browser.keys(Keys.ENTER);
        browser.awaitText(".growth h2", message.at("/growth/behaviour").asText());
        assertThat(browser.text(".growth blockquote p")).isEqualTo(message.at("/growth/quote/text").asText());
        assertThat(browser.all(".growth mark")).isNotEmpty();
        browser.inspect("learner-message");
    }

    @Test
    @Order(2)
    void aReactionIsTakenWithoutLeavingThePage() {
        browser.press("Helpful");
        browser.awaitText(".answer", "Noted: helpful. Thank you.");
        assertThat(browser.all("[aria-pressed=true]").stream().map(WebElement::getText)).containsExactly("✓ Helpful");
    }

    @Test
    @Order(3)
    void theSameLineSaidAgainIsStillSeenAndSaysWhy() throws Exception {
        browser.fill("#line", (String) browser.script("return document.querySelector('.instead s').textContent"));
        browser.press("Try it");
        browser.awaitText(".verdict .tag", "Not yet");
        assertThat(browser.text(".verdict")).contains("What would change it: ", "What the rule goes by");
        browser.inspect("learner-drill-not-yet");
    }

    @Test
    @Order(4)
    void aLineThatTakesUpWhatTheySaidIsAllItTakes() throws Exception {
        browser.fill("#line", message.at("/growth/rewrite/say").asText());
        browser.press("Try it");
        browser.awaitText(".verdict .tag", "That is it");
        browser.awaitText("#practice", "This line comes back on");
        browser.inspect("learner-drill");
        browser.follow("All lines to practise");
        browser.awaitText("#later-title", "Later");
        assertThat(browser.text(".plain")).contains(message.at("/growth/behaviour").asText());
        browser.inspect("learner-practice");
    }

    @Test
    @Order(5)
    void aGoalIsSetAndTheTrendMarksIt() throws Exception {
        browser.follow("Goal and data");
        browser.choose("#goal", message.at("/growth/behaviour").asText());
        browser.follow("Keep this goal");
        browser.awaitText(".verdict", "Your goal is kept.");
        browser.inspect("learner-you");
        browser.follow("Trend");
        browser.awaitText(".trend h2", "your goal");
        browser.click(".trend summary");
        browser.inspect("learner-trend");
    }

    @Test
    @Order(6)
    void theWholeTalkIsReadWithTheMessagesMomentsMarked() throws Exception {
        browser.go(home + "/messages/" + message.path("id").asText());
        browser.follow("Read the whole talk, with these moments marked");
        browser.awaitText("h1", "The whole talk");
        assertThat(browser.all(".lines li")).hasSizeGreaterThan(20);
        assertThat(browser.find(".tip").isDisplayed()).isFalse();
        browser.tabTo(".mark");
        assertThat(browser.find(".lines li:focus-within .tip").isDisplayed()).isTrue();
        assertThat(browser.text(".lines li:focus-within .tip")).contains("Why it helps: ");
        browser.inspect("learner-talk");
        browser.keys(Keys.ENTER);
        browser.awaitText("h1", "One talk, looked at again");
        assertThat(browser.url()).contains("-title");
    }

    @Test
    @Order(7)
    void whoWantsToThinkFirstReadsTheMessageAfterTheirOwnView() throws Exception {
        browser.go(home + "/you");
        browser.chooseByValue("#profile", "finding-facts");
        browser.click("#reflect-first");
        browser.follow("Keep this");
        browser.awaitText(".verdict", "Kept. It holds from your next talk on.");
        JsonNode next = coached("samples/discovery-poor.vtt", "general");
        browser.go(home);
        browser.awaitText(".card", "A talk to look back on");
        browser.go(home + "/messages/" + next.path("id").asText());
        browser.awaitText("h1", "Your own view first");
        browser.chooseByValue("#hardest", next.at("/growth/quote/turn").asText());
        browser.fill("#note", "I wanted to get through my list.");
        browser.inspect("learner-reflect");
        browser.follow("Show me the message");
        browser.awaitText("#own-title", "What you thought yourself");
        assertThat(browser.text(".own")).contains("The message looks at the same moment: "
                + next.at("/growth/behaviour").asText());
        browser.inspect("learner-reflected");
        browser.go(home + "/you");
        browser.click("#reflect-first");
        browser.follow("Keep this");
        browser.awaitText(".verdict", "Kept.");
    }

    @Test
    @Order(8)
    void aRuleIsStoppedAndHeardOfAgain() {
        browser.go(home + "/messages/" + message.path("id").asText());
        browser.click("#growth-STOP");
        browser.awaitText(".growth .answer", "No more messages about this.");
        browser.go(home);
        browser.awaitText("table", "not again: you stopped it");
        browser.go(home + "/you");
        browser.follow("Hear of it again");
        browser.awaitText("#stopped-title + p", "Nothing.");
    }

    @Test
    @Order(9)
    void theDataIsTakenAwayAndDeleted() throws Exception {
        var all = (String) browser.script("return fetch(arguments[0]).then(answer => answer.text())", home + "/export");
        var exported = new JsonMapper().readTree(all);
        assertThat(exported.path("messages")).hasSize(3);
        assertThat(exported.path("practice")).hasSize(2);
        assertThat(exported.at("/choices/goal").asText()).isEqualTo(message.at("/growth/rule").asText());
        browser.click("details summary");
        browser.fill("#sure", "yes");
        browser.follow("Delete everything of mine");
        browser.awaitText("#sure-problem", "Type the word “delete”");
        browser.inspect("learner-delete");
        browser.fill("#sure", "delete");
        browser.follow("Delete everything of mine");
        browser.awaitText(".verdict", "is deleted");
        browser.go(home);
        browser.awaitText(".lead", "There is no message yet.");
        browser.inspect("learner-empty");
    }
}
