package dev.rapport.coaching.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        assertThat(Shipped.wordings().behaviours().keySet()).containsExactlyInAnyOrder("B01", "B02", "B04", "B05",
                "B06",
                "B08", "B09", "B14", "B15", "B16", "B17", "B18", "B19", "B20", "B21", "B22", "B26", "B27", "B29", "B30",
                "B35");
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
