package dev.rapport.rules.tryout;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Setting;

import static org.assertj.core.api.Assertions.assertThat;

class PastedTalkTest {

    private static PastedTalk talk(String text) {
        return ((PastedTalk.Reading.Read) PastedTalk.read(text, null, null)).talk();
    }

    private static List<String> faults(String text) {
        return ((PastedTalk.Reading.Refused) PastedTalk.read(text, null, null)).faults().stream().map(Object::toString)
                .toList();
    }

    @Test
    void aLineIsATurnAndALineWithoutASpeakerGoesOn() {
        assertThat(talk("Partner: It went live\non Monday.\n\nlearner: How was it?\nME: Tell me.").lines())
                .containsExactly(new PastedTalk.Line(Role.PARTNER, "It went live on Monday."),
                        new PastedTalk.Line(Role.LEARNER, "How was it?"),
                        new PastedTalk.Line(Role.LEARNER, "Tell me."));
    }

    @Test
    void whatIsSaidMayHoldColons() {
        assertThat(talk("Partner: One thing: the price.\nand one more thing: time.").lines())
                .containsExactly(new PastedTalk.Line(Role.PARTNER, "One thing: the price. and one more thing: time."));
    }

    @Test
    void everyLineOfAnUnknownSpeakerIsNamed() {
        assertThat(faults("Learnr: Hi.\nPartner: Hi.\nJo Ann: Hello.")).containsExactly(
                "talk:1:1: \"Learnr\" is neither the learner nor the partner, expected \"Learner:\" or \"Partner:\", did you mean \"Learner\"?",
                "talk:3:1: \"Jo Ann\" is neither the learner nor the partner, expected \"Learner:\" or \"Partner:\"");
    }

    @Test
    void wordsThatNobodySaysAreRefusedOnce() {
        assertThat(faults("hello there\nhow are you"))
                .containsExactly("talk:1:1: nobody says this, expected \"Learner:\" or \"Partner:\" before it");
    }

    @Test
    void anEmptyTalkAndATalkWithoutWordsAreRefused() {
        assertThat(faults(" \n"))
                .containsExactly(
                        "talk:1:1: there is no talk, expected lines such as \"Partner: It went live on Monday.\"");
        assertThat(faults("Learner:"))
                .containsExactly("talk:1:1: nobody says anything, expected words after \"Learner:\" or \"Partner:\"");
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(faults("Learner: a\n".repeat(201)))
                .containsExactly("talk:1:1: the talk has 201 turns, expected at most 200");
        assertThat(faults("Learner: " + "a".repeat(40_000)))
                .containsExactly("talk:1:1: the talk is too long, expected at most 40000 characters");
    }

    @Test
    void kindAndStageAreTakenAsTold() {
        var told = ((PastedTalk.Reading.Read) PastedTalk.read("Me: Hi.", " one-to-one ", "first-contact")).talk();
        assertThat(told.setting()).isEqualTo(new Setting("one-to-one", "first-contact"));
        assertThat(talk("Me: Hi.").setting()).isEqualTo(new Setting("conversation", null));
    }

    @Test
    void aTalkThatIsWrittenDownIsReadBack() {
        var talk = talk("Partner: It went live\non Monday.\nLearner: How was it?");
        assertThat(talk(talk.text())).isEqualTo(talk);
    }
}
