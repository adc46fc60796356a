package dev.rapport.coaching.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.coaching.composition.Shipped;

import static org.assertj.core.api.Assertions.assertThat;

class MessageFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyHouse() throws IOException {
        Files.copy(Shipped.folder().resolve("house.yaml"), folder.resolve("house.yaml"));
    }

    @Test
    void everyBehaviourOfTheHouseHasItsMessage() {
        List<String> codes = IntStream.rangeClosed(1, 30).mapToObj("B%02d"::formatted).toList();
        assertThat(Shipped.wordings().behaviours().keySet()).containsAll(codes).contains("B35").hasSize(31);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestWord() throws IOException {
        assertThat(faultsOf("B20", "if-then:", "if-them:")).containsExactlyInAnyOrder(
                "B20.yaml:1:1: no \"if-then\", expected the key \"if-then\"",
                "B20.yaml:" + lineOf("B20", "if-then:")
                        + ":1: \"if-them\" is no key of this file, did you mean \"if-then\"?");
    }

    @Test
    void aBannedWordIsToldAtItsPlace() throws IOException {
        int line = lineOf("B01", "You stayed with");

        assertThat(faultsOf("B01", "You stayed with what", "You always stayed with what")).containsExactly(
                "B01.yaml:" + line + ":5: \"You always\" is not said in a message, expected words for what was done,"
                        + " without trait, absolute or hype");
        assertThat(faultsOf("B01", "You stayed with what they", "You stayed, you are kind, with what they"))
                .containsExactly(
                        "B01.yaml:" + line + ":17: \"you are\" is not said in a message, expected words for what"
                                + " was done, without trait, absolute or hype");
    }

    @Test
    void anUnknownSlotIsToldAtItsPlace() throws IOException {
        assertThat(faultsOf("B20", "\"{count} closed questions", "\"{cuont} closed questions")).containsExactly(
                "B20.yaml:" + lineOf("B20", "{count} closed") + ":6: no slot {cuont} in \"says\", expected {count} or"
                        + " {times}, did you mean \"count\"?");
    }

    @Test
    void aMissingSlotIsTold() throws IOException {
        String source = shipped("B27")
                .replace("\"{focus}. What have you tried so far?\"", "What have you tried so far?")
                .replace("\"{focus}. What would you like to be different?\"", "What would you like to be different?");

        assertThat(faultsOf("B27", source)).containsExactly("B27.yaml:" + lineOf("B27", "follow-ups:")
                + ":1: no line of \"follow-ups\" with the slot {focus}, expected at least one built from the partner's"
                + " words");
    }

    @Test
    void theFocusStandsAlone() throws IOException {
        assertThat(faultsOf("B27", "{focus}. What have you tried so far?", "You said {focus}. What have you tried?"))
                .containsExactly("B27.yaml:" + lineOf("B27", "What have you tried so far?")
                        + ":5: {focus} inside a sentence, expected \"{focus}.\" as a sentence by itself; {clause} and"
                        + " {thing} may stand inside one");
    }

    @Test
    void twoVariantsAreTooFew() throws IOException {
        String source = shipped("B18")
                .replace("  - You went back to what they had been saying. Few people do that aloud.\n", "");

        assertThat(faultsOf("B18", source))
                .containsExactly(
                        "B18.yaml:" + lineOf("B18", "says:") + ":1: 2 variants of \"says\", expected at least 3");
    }

    @Test
    void anOverlongSentenceIsTold() throws IOException {
        String longer = "one more word ".repeat(12);
        int line = lineOf("B01", "You stayed with");

        assertThat(faultsOf("B01", "You stayed with", longer + "you stayed with")).singleElement().asString()
                .startsWith("B01.yaml:" + line + ":5: ").endsWith(" characters in \"says\", expected at most 160");
    }

    @Test
    void whatIsSaidWithoutBeingSureIsAQuestion() throws IOException {
        assertThat(faultsOf("B01", "Did you choose this question because of what they had just told you?",
                "You chose this question because of what they had just told you."))
                .containsExactly("B01.yaml:" + lineOf("B01", "Did you choose")
                        + ":5: a statement among \"asks\", expected a question, because the rule was not sure");
    }

    @Test
    void aStrengthHasNothingToRewrite() throws IOException {
        assertThat(faultsOf("B01", shipped("B01") + "drill: Ask again.\n")).containsExactly("B01.yaml:"
                + (shipped("B01").lines().count() + 1) + ":1: \"drill\" is no key of this file");
    }

    @Test
    void aFewBehavioursAreSpokenOfWhileATalkGoesOn() {
        assertThat(Shipped.wordings().behaviours().values().stream().filter(b -> b.live() != null)
                .map(BehaviourWording::code).sorted()).containsExactly("B19", "B20", "B21", "B26", "B27", "B30", "B35");
        assertThat(Shipped.wordings().of("B20").orElseThrow().live())
                .isEqualTo("Start the next question with what or how.");
    }

    @Test
    void whatIsSaidDuringATalkIsShortQuotesNobodyAndAsksNothing() throws IOException {
        String live = "Start the next question with what or how.";
        String at = "B20.yaml:" + lineOf("B20", "live:");

        assertThat(faultsOf("B20", live, "Say one two three four five six seven eight nine ten eleven twelve."))
                .containsExactly(at + ":7: 13 words in \"live\", expected at most 12, which are read in passing");
        assertThat(faultsOf("B20", live, "Say one two three four five six seven eight nine ten eleven.")).isEmpty();
        assertThat(faultsOf("B20", live, "They said \"fine\", so ask on."))
                .containsExactly(at + ":7: a quotation in \"live\", expected what to do next, in words of nobody");
        assertThat(faultsOf("B20", live, "Don't ask on, what's open can wait.")).isEmpty();
        assertThat(faultsOf("B20", live, "What did they say?")).containsExactly(
                at + ":7: a question in \"live\", expected what to do next; there is no time to answer");
        assertThat(faultsOf("B20", live, "\"Ask about {thing} next.\"")).containsExactly(
                at + ":18: no slot {thing} in \"live\", expected no slot at all");
        assertThat(faultsOf("B20", live, "Ask on, because you seem hasty.")).containsExactly(at
                + ":23: \"you seem\" is not said in a message, expected words for what was done, without trait,"
                + " absolute or hype");
        assertThat(faultsOf("B20", live, "\"\"")).containsExactly(
                at + ":7: nothing written for \"live\", expected a sentence");
    }

    @Test
    void aStrengthIsNotSpokenOfWhileATalkGoesOn() throws IOException {
        assertThat(faultsOf("B01", shipped("B01") + "live: Ask again.\n")).containsExactly("B01.yaml:"
                + (shipped("B01").lines().count() + 1) + ":1: \"live\" is no key of this file");
    }

    @Test
    void numbersAndCodesAreHeldToTheirRange() throws IOException {
        assertThat(faultsOf("B01", "impact: 0.9", "impact: 9"))
                .containsExactly("B01.yaml:4:9: \"9\" as \"impact\", expected a number from 0 to 1");
        assertThat(faultsOf("B01", "code: B01", "code: B02"))
                .containsExactly("B01.yaml:1:7: \"B02\" in a file named B01, expected \"B01\"");
    }

    @Test
    void brokenYamlIsToldWhereItBreaks() throws IOException {
        assertThat(faultsOf("B01", "source: Huang et al. 2017", "source: \"Huang et al. 2017")).singleElement()
                .asString()
                .startsWith("B01.yaml:").contains("not readable as YAML");
        assertThat(faultsOf("B01", ""))
                .containsExactly("B01.yaml:1:1: an empty file, expected keys such as \"code: B01\"");
        assertThat(faultsOf("B01", "- a\n- b\n")).containsExactly(
                "B01.yaml:1:1: no keys here, expected lines such as \"code: ...\"");
    }

    @Test
    void aProfileIsHeldToItsKeysCodesAndNumbers() throws IOException {
        String house = Files.readString(folder.resolve("house.yaml"));
        int line = house.lines().toList().indexOf("  - code: lively") + 1;

        assertThat(
                faultsOf("house", house.replace("turns: {B20: 3, B22: 4, B28: 5}", "turns: {B20: 0, x: 4, B28: many}")))
                .containsExactly(
                        "house.yaml:" + (line + 2) + ":18: \"0\" for B20, expected a whole number from 1 to 50",
                        "house.yaml:" + (line + 2) + ":21: \"x\" in \"turns\", expected a behaviour such as B20",
                        "house.yaml:" + (line + 2) + ":32: \"many\" for B28, expected a whole number from 1 to 50");
        assertThat(faultsOf("house", house.replace("code: reserved", "code: lively"))).singleElement().asString()
                .endsWith("\"lively\" stands here twice, expected it once");
        assertThat(faultsOf("house", house.replace("code: lively", "code: Lively one"))).containsExactly("house.yaml:"
                + line + ":11: \"Lively one\" as \"code\", expected small letters and hyphens, such as finding-facts");
        assertThat(faultsOf("house", house.replace("    name: Finding facts", "    nam: Finding facts")))
                .anyMatch(fault -> fault.endsWith("\"nam\" is no key of this file, did you mean \"name\"?"));
        // a rulebook of before there were profiles
        assertThat(faultsOf("house", house.replaceAll("(?s)\nprofiles:.*?\n\n", "\n\n"))).isEmpty();
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("B01.yaml"), shipped("B01").replace("impact: 0.9", "impact: 9"));
        Files.writeString(folder.resolve("B18.yaml"), shipped("B18").replace("quote: passage", "quote: pasage"));
        Files.delete(folder.resolve("house.yaml"));

        assertThat(((Reading.Refused) MessageFolder.read(folder)).faults()).extracting(f -> Path.of(f.file())
                .getFileName() + ":" + f.line()).containsExactly("B01.yaml:4", "B18.yaml:7", "house.yaml:1");
    }

    private List<String> faultsOf(String code, String from, String to) throws IOException {
        String source = shipped(code);
        assertThat(source).contains(from);
        return faultsOf(code, source.replace(from, to));
    }

    private List<String> faultsOf(String code, String source) throws IOException {
        Files.writeString(folder.resolve(code + ".yaml"), source);
        Reading reading = MessageFolder.read(folder);
        return reading instanceof Reading.Refused refused
                ? refused.faults().stream().map(f -> f.toString().replace(folder + "/", "")).toList()
                : List.of();
    }

    private static String shipped(String code) throws IOException {
        return Files.readString(Shipped.folder().resolve(code + ".yaml"));
    }

    private static int lineOf(String code, String text) throws IOException {
        List<String> lines = shipped(code).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }
}
