package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    private static final List<HeldTalk> held = new ArrayList<>();

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
        for (var each : List.of("sales-discovery", "sales-discovery", "sales-discovery", "intake", "intake",
                "triage call")) {
            held.add(HeldTalk.of(ports, "learner-" + held.size(), each));
        }
        assertThat(held.stream().map(talk -> talk.message().path("kind").asText())).containsExactly("COACHING",
                "COACHING", "COACHING", "NOT_ENOUGH", "NOT_ENOUGH", "COACHING");
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
    @Order(5)
    void offersGoWhenTypingGoesOnWithoutThem() throws Exception {
        browser.go(rules + B20);
        // on a line of its own, so that its end is the end of what is typed
        browser.script("const t = document.getElementById('text'); t.focus();"
                + "const at = t.value.indexOf('\\n   and at least 3'); t.setSelectionRange(at, at)");
        browser.keys(Keys.ENTER, "   and the turn is a clo");
        browser.awaitText(".offers:not([hidden])", "closed question");
        browser.keys("s");
        browser.awaitText(".offers:not([hidden]) [role=option]:only-child", "closed question");
        browser.picture("editor-offers-while-typing");
        browser.keys("ed question", Keys.ENTER);
        assertThat(browser.find(".offers").getDomAttribute("hidden")).isNotNull();
        // the answer about the whole rule comes after any about the words that may come next
        browser.awaitText("#proof", "say this already");
        assertThat(browser.find(".offers").getDomAttribute("hidden")).isNotNull();
        browser.keys("   and the turn is a clo");
        browser.awaitText(".offers:not([hidden])", "closed question");
        browser.keys(Keys.HOME);
        browser.find(".offers[hidden]");
        browser.keys(Keys.END, "s");
        browser.awaitText(".offers:not([hidden])", "closed question");
        browser.keys(Keys.DOWN, Keys.ENTER);
        assertThat(sentence()).contains("and the turn is a closed question\n   and the turn is a closed question");
        browser.go(rules + B20);
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
        write("\"safety check\" or \"intake\"", "\"safety check\" or \"triage call\"");
        browser.awaitText(".well", "No problems");
        browser.click("#editor summary");
        browser.fill("#why", "Three closed questions may be meant");
        browser.press("Start a draft with this change");
        browser.awaitText(".note", "Saved in version 1");
        browser.press("To the release page");
        browser.awaitText("h1", "Three closed questions may be meant");
        assertThat(texts(".diff del")).containsExactly(
                "gone:\nunless the conversation kind is \"safety check\" or \"intake\"",
                "gone:\nthen observe \"closed-question streak\" as something to grow, clearly");
        assertThat(texts(".diff ins")).containsExactly(
                "new:\nunless the conversation kind is \"safety check\" or \"triage call\"",
                "new:\nthen observe \"closed-question streak\" as something to grow, likely");
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
        assertThat(browser.all(".figures > div").stream().map(each -> each.getText().lines().limit(2).toList()))
                .containsExactly(List.of("Talks", "7"), List.of("New messages", "2"), List.of("Gone", "1"),
                        List.of("Changed", "3"), List.of("Reworded", "0"));
        assertThat(changes()).containsExactlyInAnyOrder("new", "new", "gone", "changed", "changed", "changed");
        browser.inspect("replay");
        for (var kind : List.of("new", "gone", "changed")) {
            browser.choose("#what", kind);
            browser.follow("Show");
            assertThat(changes()).isNotEmpty().allMatch(kind::equals);
        }
        var one = browser.find(".changes > li");
        assertThat(one.getText()).contains("sales-discovery talk, turns 5, 7, 8, 9 and 11");
        assertThat(texts(".changes > li:first-child .sure")).containsExactly("clearly", "likely");
        browser.click(".changes > li a");
        browser.awaitText("h1", "A past talk");
        assertThat(browser.all(".turn.hit").stream().map(turn -> turn.getDomAttribute("id")))
                .containsExactly("turn-5", "turn-7", "turn-8", "turn-9", "turn-11");
        assertThat(browser.url()).endsWith("#turn-5");
        assertThat(browser.text(".turn:target")).isEqualTo("5 · Learner · marked\nIs it live already?");
        browser.inspect("past-talk");
    }

    private static List<String> changes() {
        return texts(".changes > li > p > .tag:first-child");
    }

    private static List<String> texts(String css) {
        return browser.all(css).stream().map(WebElement::getText).toList();
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

    @Test
    @Order(16)
    void whatALearnerCalledNotRightBecomesANearMissOrIsDismissed() throws Exception {
        held.get(0).isNotRight(ports);
        held.get(1).isNotRight(ports);
        browser.go(rules + "/console");
        browser.awaitText(".note", "Learners called 2 moments not right");
        browser.inspect("rules-not-right");
        browser.press("2 not right");
        browser.awaitText("caption", "2 moments, the newest first");
        browser.inspect("not-right");
        browser.click("tbody a");
        browser.awaitText("h1", "Three closed questions in a row");
        assertThat(texts(".turn")).containsExactly(
                "1 · Learner\nIs it live already?", "2 · Partner\nIn two of the shops, yes.",
                "3 · Learner\nDid the managers agree?", "4 · Partner\nMost of them, Alex.",
                "5 · Learner · marked\nAre you happy with it?");
        browser.inspect("not-right-one");
        browser.press("Start a draft with it");
        browser.awaitText(".note", "Saved in version 2, with what is listed under problems.");
        browser.awaitText("#proof", "a learner said this is not right");
        browser.awaitText("#tried", "The rule says yes at turn 5.");
        browser.inspect("editor-near-miss");
        browser.go(rules + "/console/not-right");
        browser.click("tbody a");
        browser.press("Dismiss it");
        browser.fill("#why", "Each could be answered with yes");
        browser.press("Dismiss it");
        browser.awaitText(".note", "There is nothing to look at.");
        browser.choose("#state", "all");
        browser.press("Show");
        browser.awaitText("tbody", "near miss by joel");
        browser.awaitText("tbody", "dismissed by joel");
        browser.inspect("not-right-decided");
    }

    @Test
    @Order(17)
    void cellsOfADraftAreChangedWithTheKeyboardAlone() throws Exception {
        browser.go(rules + "/console/versions/2/table");
        browser.tabTo("td");
        walkTo("B20", "Severity");
        browser.keys(Keys.ENTER);
        assertThat(browser.script("return document.activeElement.getAttribute('aria-label')")).isEqualTo("Severity");
        type("dreadful");
        browser.awaitText("#table-problems", "dreadful");
        assertThat(browser.text("#table-problems .where")).isEqualTo("B20, Severity");
        assertThat(browser.text("td[aria-invalid=true]")).isEqualTo("dreadful");
        assertThat(browser.find("#table-save").isEnabled()).isFalse();
        browser.inspect("table-fault");
        browser.tabTo("#table-problems .go");
        browser.keys(Keys.ENTER);
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("dreadful");
        browser.keys(Keys.ENTER);
        type("major");
        browser.awaitText("#table-status", "No problems.");
        assertThat(browser.all("td[aria-invalid=true]")).isEmpty();
        // what is opened and left as it was is no change
        browser.keys(Keys.ARROW_LEFT, Keys.ENTER);
        browser.keys("something else", Keys.ESCAPE);
        browser.tabTo("#table-save");
        browser.keys(Keys.ENTER);
        browser.awaitText("#table-status", "Saved in version 2.");
        browser.inspect("table-saved");
        browser.go(rules + "/console/versions/2");
        assertThat(browser.text(".diff")).contains("severity major").doesNotContain("something else");
    }

    @Test
    @Order(18)
    void aFileOfAnotherToolGoesIntoADraftWholeOrNotAtAll() throws Exception {
        browser.go(rules + "/console/versions/2/exchange");
        browser.inspect("exchange");
        var faulty = Files.writeString(temporary.resolve("own.drl"), "rule \"B20\"\nwhen\n  eval(true)\nthen\nend\n");
        browser.find("#file").sendKeys(faulty.toString());
        browser.press("Bring into the draft");
        browser.awaitText(".problems", "own.drl:3:3");
        browser.awaitText(".problems", "\"eval\" is refused");
        browser.inspect("exchange-fault");
        var sheet = Files.writeString(temporary.resolve("Rules.csv"), "Code,Owner,Severity\nB20,Ann,strong\n");
        browser.find("#file").sendKeys(sheet.toString());
        browser.press("Bring into the draft");
        browser.awaitText(".problems", "Rules!");
        browser.go(rules + "/console/versions/2/exchange");
        var json = browser.script("return fetch('exchange/rulebook.json').then(answer => answer.text())");
        var sound = Files.writeString(temporary.resolve("rulebook.json"),
                ((String) json).replace("Three closed questions in a row", "Closed questions in a row"));
        browser.find("#file").sendKeys(sound.toString());
        browser.press("Bring into the draft");
        browser.awaitText(".diff", "Closed questions in a row");
    }

    /** Walks with the arrow keys from the first cell to the one of that rule and column. */
    private static void walkTo(String code, String column) {
        int down = ((Long) browser.script("return [...document.querySelectorAll('rule-table tbody tr')]"
                + ".findIndex(row => row.cells[0].textContent === arguments[0])", code)).intValue();
        int right = ((Long) browser.script("return [...document.querySelectorAll('rule-table th')]"
                + ".findIndex(cell => cell.textContent === arguments[0])", column)).intValue();
        for (int i = 0; i < down; i++) {
            browser.keys(Keys.ARROW_DOWN);
        }
        for (int i = 0; i < right; i++) {
            browser.keys(Keys.ARROW_RIGHT);
        }
    }

    /** Types over what stands in the open cell and takes it. */
    private static void type(String words) {
        browser.chord(Keys.CONTROL, "a");
        browser.keys(words, Keys.ENTER);
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
