package dev.rapport.rules.conversation;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.rapport.events.ShadowObserved;

import static org.assertj.core.api.Assertions.assertThat;

class ShadowPassTest {

    private static Conversation over(Talk talk) {
        ConversationJudge judge = new ConversationJudge(() -> PlainRules.FIRST, PlainRules::read, PlainRules::language,
                Patience.DEFAULT);
        Conversation conversation = judge.begin(talk.opened(), Talk.START);
        talk.turns().forEach(turn -> judge.spoken(conversation, turn, Talk.START));
        judge.closed(conversation, talk.closed(), Talk.START);
        return conversation;
    }

    @Test
    void theShadowSeesByItsOwnRulesAndItsOwnActs() {
        Conversation conversation = over(Talk.called("t").learner("Is it live?").learner("Did they agree?")
                .learner("Are you happy?"));
        PlainRules tighter = new PlainRules("shadow", 2);

        ShadowPass pass = new ShadowPass(conversation, 7, tighter);
        while (pass.step()) {
            // one turn at a time
        }

        ShadowObserved seen = pass.result();
        assertThat(seen.id()).isEqualTo("local/t/shadow/7");
        assertThat(seen.rulebookVersion()).isEqualTo("shadow");
        assertThat(seen.hits()).isEqualTo(Map.of("ASKED", 3, "STREAK", 2));
    }
}
