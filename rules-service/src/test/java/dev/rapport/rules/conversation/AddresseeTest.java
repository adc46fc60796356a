package dev.rapport.rules.conversation;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Role;
import dev.rapport.rules.evaluation.Chat;

import static dev.rapport.rules.evaluation.Chat.chat;
import static org.assertj.core.api.Assertions.assertThat;

/** Whom a turn speaks to where more than two people talk. */
class AddresseeTest {

    private static Chat meeting() {
        return chat().says(Role.PARTNER, "Maria Lind", "The depot in Leeds has stalled.")
                .says(Role.PARTNER, "Tom", "Ours has not.").says(Role.LEARNER, "Lena", "Good.")
                .says(Role.PARTNER, "Ines", "We wait for the scanners.");
    }

    /** Number of the turn that the last one answers or speaks to; 0 if there is none. */
    private static int other(Chat chat) {
        return chat.moment().otherSidesLast().map(turn -> turn.turn().number()).orElse(0);
    }

    @Test
    void nobodySpokeBeforeTheFirst() {
        assertThat(other(chat().learner("Hello."))).isZero();
        assertThat(other(chat().learner("Hello.").learner("Anyone?"))).isZero();
    }

    @Test
    void ofTwoItIsTheOtherOnesLast() {
        assertThat(other(chat().partner("One.").learner("Two.").learner("Paul, three?"))).isEqualTo(1);
    }

    @Test
    void itIsWhoeverSpokeLast() {
        assertThat(other(meeting().learner("So the scanners hold you up."))).isEqualTo(4);
        assertThat(other(meeting().says(Role.PARTNER, "Tom", "So do we."))).isEqualTo(4);
    }

    @Test
    void orWhoeverIsCalledByName() {
        assertThat(other(meeting().learner("Maria, what do you think?"))).isEqualTo(1);
        assertThat(other(meeting().learner("What do you think, Maria?"))).isEqualTo(1);
        assertThat(other(meeting().learner("And the night shift, Tom, how did they take it?"))).isEqualTo(2);
        assertThat(other(meeting().learner("maria what do you think"))).isEqualTo(1);
        assertThat(other(meeting().learner("Maria Lind, what do you think?"))).isEqualTo(1);
    }

    @Test
    void aNameThatIsOnlyTalkedAboutCallsNobody() {
        assertThat(other(meeting().learner("Maria said that it stalled."))).isEqualTo(4);
        assertThat(other(meeting().learner("I will ask Maria about that."))).isEqualTo(4);
        assertThat(other(meeting().learner("So, what do you think?"))).isEqualTo(4);
    }

    @Test
    void orWhoeverAskedByName() {
        Chat asked = meeting().says(Role.PARTNER, "Maria Lind", "Lena, how is it with you?")
                .says(Role.PARTNER, "Tom", "Good question.");
        assertThat(other(asked.learner("It goes well here."))).isEqualTo(5);
        // the question is answered; the next turn answers whoever spoke last
        assertThat(other(asked.says(Role.PARTNER, "Ines", "Here as well.").learner("Glad to hear it."))).isEqualTo(8);
    }

    @Test
    void aPartnerMayAnswerAnotherPartner() {
        Chat asked = meeting().says(Role.PARTNER, "Maria Lind", "Tom, who signs yours?").learner("I can wait.");
        assertThat(other(asked.says(Role.PARTNER, "Tom", "My sister does."))).isEqualTo(5);
    }

    @Test
    void thePartnersLastTurnIsThatOfTheOneSpokenTo() {
        Moment moment = meeting().learner("Maria, what do you think?").moment();
        assertThat(moment.lastOf(Role.PARTNER).orElseThrow().turn().number()).isEqualTo(1);
        assertThat(moment.lastOf(Role.LEARNER).orElseThrow().turn().number()).isEqualTo(3);
    }
}
