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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager's way from a slip of the pen to a release, in a real browser and a real house. Pictures of every page are in
 * {@code target/pictures}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleJourneyIT {

    private static final String B20 = "/console/versions/live/rules/B20";

    @TempDir
    static Path temporary;

    private static Script script;
    private static Browser browser;
    private static Ports ports;
    private static String rules;

    @BeforeAll
    static void start() throws Exception {
        var opened = Browser.open(Path.of("target", "pictures"));
        Assumptions.assumeTrue(opened.isPresent(), "there is no Chromium");
        browser = opened.get();
        var folder = new HouseFolder(temporary.resolve("house"));
        script = Script.with(folder.path());
        var up = script.rapport("up");
        assertThat(up.exit()).as(up.toString()).isZero();
        ports = folder.state().orElseThrow().ports();
        rules = ports.rulesUrl();
        browser.shape(Browser.WIDE, false);
        var past = script.rapport("coach", "samples/discovery-poor.vtt", "--learner", "Priya Raman", "--kind",
                "sales-discovery");
        assertThat(past.exit()).as(past.toString()).isZero();
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
    void theKeyboardAloneReachesTheRules() throws Exception {
        browser.go(rules + "/console");
        browser.keys(Keys.TAB);
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("Skip to the page");
        browser.keys(Keys.ENTER);
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("content");
        browser.inspect("rules");
    }

    @Test
    @Order(2)
    void aPersonSaysWhoTheyAre() throws Exception {
        browser.go(rules + "/console/you");
        browser.fill("#name", "two words");
        browser.press("This is me");
        browser.awaitText("[role=alert]", "That cannot be a name here");
        browser.inspect("you");
        call("mara");
        browser.awaitText(".you", "mara");
    }

    @Test
    @Order(3)
    void aSlipOfThePenIsMarkedAtTheWord() throws Exception {
        browser.go(rules + B20);
        write("the turn is a closed question", "the turn is a clsoed question");
        browser.awaitText("#proof", "\"clsoed\" is no kind of turn");
        assertThat(browser.text(".copy .fault")).isEqualTo("clsoed");
        browser.inspect("editor-slip");
        browser.click("#proof .go");
        assertThat(browser.script("const t = document.activeElement;"
                + "return t.value.slice(t.selectionStart, t.selectionEnd)")).isEqualTo("clsoed");
    }

    @Test
    @Order(4)
    void whatWasMeantMendsIt() {
        browser.click("#proof .fix");
        browser.awaitNone(".copy .fault");
        assertThat(sentence()).contains("and the turn is a closed question\n");
    }

    @Test
    @Order(5)
    void theVocabularyOffersWhatMayComeNext() throws Exception {
        browser.script("const t = document.getElementById('text'); t.focus();"
                + "const at = t.value.indexOf('closed question\\n') + 3; t.setSelectionRange(at, at)");
        browser.chord(Keys.CONTROL, " ");
        browser.find(".offers:not([hidden])");
        browser.awaitText(".offers", "closed question");
        browser.picture("editor-offers");
        browser.keys(Keys.ESCAPE);
        browser.find(".offers[hidden]");
    }

    @Test
    @Order(6)
    void aChangeIsTriedOnATalkWhileItIsTyped() throws Exception {
        write("at least 3 closed questions in a row", "at least 4 closed questions in a row");
        browser.awaitText("#tried", "The rule says yes at no turn of this talk.");
        browser.awaitText("#proof", "does not fire");
        browser.picture("editor-examples-fail");
        write("at least 4 closed questions in a row", "at least 3 closed questions in a row");
        browser.awaitText("#tried", "The rule says yes at turn 5.");
        write("to grow, clearly", "to grow, likely");
        browser.awaitText(".well", "No problems");
        browser.inspect("editor-good");
    }

    @Test
    @Order(7)
    void aPastedTalkIsTriedOnAllRules() throws Exception {
        browser.go(rules + "/console/try-out");
        browser.press("Try it");
        browser.awaitText("#tried", "All rules:");
        browser.inspect("try-out");
    }

    @Test
    @Order(8)
    void aRuleIsAFormToo() throws Exception {
        browser.go(rules + B20);
        browser.press("Form");
        browser.awaitText("h1", "Three closed questions in a row");
        var three = browser.find("#c2\\.0\\.least, input[id^='c2.0'][type=number]");
        assertThat(three.getDomProperty("value")).isEqualTo("3");
        browser.inspect("form");
        three.clear();
        three.sendKeys("300", Keys.TAB);
        browser.awaitText(".problems", "300 is out of range");
        browser.inspect("form-fault");
    }

    @Test
    @Order(8)
    void aTableShowsAllRules() throws Exception {
        browser.go(rules + "/console/versions/live/table");
        browser.click("rule-table tbody td");
        browser.keys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        assertThat((String) browser.script("return document.activeElement.textContent")).isNotBlank();
        browser.inspect("table");
    }

    @Test
    @Order(9)
    void theChangeIsKeptInADraft() throws Exception {
        browser.go(rules + B20);
        write("to grow, clearly", "to grow, likely");
        browser.awaitText(".well", "No problems");
        browser.click("#editor summary");
        browser.fill("#why", "Three closed questions may be meant");
        browser.press("Start a draft with this change");
        browser.awaitText(".note", "Saved in version 1");
        browser.press("To the release page");
        browser.awaitText("h1", "Three closed questions may be meant");
        assertThat(browser.text(".diff del"))
                .contains("observe \"closed-question streak\" as something to grow, clearly");
        assertThat(browser.text(".diff ins"))
                .contains("observe \"closed-question streak\" as something to grow, likely");
        browser.inspect("release-draft");
    }

    @Test
    @Order(10)
    void theCheckFixesItsWords() throws Exception {
        browser.press("Check it");
        browser.awaitText(".steps [aria-current]", "Checked");
        assertThat(browser.text(".warn")).contains("somebody else has to approve it");
        assertThat(browser.find("button[formaction$='/approve']").isEnabled()).isFalse();
        browser.inspect("release-checked");
    }

    @Test
    @Order(11)
    void pastTalksShowWhatLearnersWouldHaveRead() throws Exception {
        browser.press("Replay");
        browser.awaitText(".figures", "Talks");
        assertThat(browser.text(".figures dd")).startsWith("1\n");
        browser.inspect("replay");
        var changed = browser.all(".changes > li a");
        if (!changed.isEmpty()) {
            changed.get(0).click();
            browser.awaitText("h1", "A past talk");
            assertThat(browser.all(".turn.hit")).isNotEmpty();
            browser.inspect("past-talk");
        }
    }

    @Test
    @Order(12)
    void aSecondPersonApprovesAndReleases() throws Exception {
        call("joel");
        browser.go(rules + "/console/versions/1");
        browser.fill("#why", "Reads well to me");
        browser.press("Approve it");
        browser.awaitText(".steps [aria-current]", "Approved");
        browser.inspect("release-approved");
        try (var talk = RunningTalk.of(ports)) {
            talk.awaitSeen(1);
            browser.press("Release it");
            browser.awaitText("h1", "live");
            talk.end();
            var seen = talk.seen();
            assertThat(seen.keySet()).as("turns where B20 sees three in a row: none is lost")
                    .containsExactlyElementsOf(talk.expected());
            assertThat(seen.get(talk.expected().get(0)).clarity()).isEqualTo("CLEAR");
            assertThat(seen.get(talk.expected().get(talk.expected().size() - 1)).clarity()).isEqualTo("LIKELY");
            assertThat(seen.values().stream().map(RunningTalk.Seen::rulebook).distinct()).hasSize(2);
            System.out.println("a running upload of " + talk.turns() + " turns: " + seen.size() + " of "
                    + talk.expected().size() + " sightings, "
                    + seen.values().stream().filter(each -> each.clarity().equals("LIKELY")).count()
                    + " by the released version");
        }
        browser.inspect("release-live");
        browser.go(rules + "/console");
        browser.awaitText(".crumbs", "version 1");
    }

    @Test
    @Order(13)
    void theHistorySaysWhoDidWhat() throws Exception {
        browser.go(rules + "/console/history");
        browser.awaitText("tbody", "joel released version 1");
        browser.awaitText("tbody", "joel approved version 1");
        browser.awaitText("tbody", "mara checked version 1");
        browser.awaitText("tbody", "mara started version 1");
        browser.inspect("history");
        browser.go(rules + "/console/versions");
        browser.awaitText("tbody", "Version 1");
        browser.inspect("versions");
    }

    @Test
    @Order(14)
    void phrasesExamplesAndMessagesAreTextsToo() throws Exception {
        browser.go(rules + "/console/versions/live/files");
        browser.inspect("files");
        browser.go(rules + "/console/versions/live/files/messages/B20.yaml");
        browser.inspect("file");
    }

    @Test
    @Order(15)
    void oneStepLeadsBackToTheDefaultRulebook() throws Exception {
        browser.go(rules + "/console/versions/1");
        browser.fill("#why", "Too soft after all");
        browser.press("Go back to the default rulebook");
        browser.awaitText("h1", "retired");
        browser.inspect("release-former");
        browser.go(rules + "/console");
        browser.awaitText(".crumbs", "the default rulebook");
    }

    private static void call(String name) {
        browser.go(rules + "/console/you");
        browser.fill("#name", name);
        browser.press("This is me");
        browser.awaitText(".you", name);
    }

    private static String sentence() {
        return (String) browser.script("return document.getElementById('text').value");
    }

    /** Selects words of the rule and types others over them. */
    private static void write(String words, String instead) {
        assertThat(sentence()).contains(words);
        browser.script("const t = document.getElementById('text'); t.focus();"
                + "const at = t.value.indexOf(arguments[0]); t.setSelectionRange(at, at + arguments[0].length)", words);
        browser.keys(instead, Keys.ESCAPE);
    }
}
