package dev.rapport.rules.topology;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.conversation.Conversation;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.PlainRules;
import dev.rapport.rules.conversation.Talk;

import static org.assertj.core.api.Assertions.assertThat;

class OpenConversationsTest {

    private final OpenConversations open = new OpenConversations(5);

    private static Conversation ofTurns(String id, int turns) {
        ConversationJudge judge = new ConversationJudge(() -> PlainRules.FIRST, PlainRules::read,
                PlainRules::language, Patience.DEFAULT);
        Talk talk = Talk.called(id);
        for (int i = 0; i < turns; i++) {
            talk.learner("Yes.");
        }
        Conversation conversation = judge.begin(talk.opened(), Talk.START);
        talk.turns().forEach(t -> judge.spoken(conversation, t, Talk.START));
        return conversation;
    }

    @Test
    void theOneLongestNotHeardOfLeavesFirst() {
        open.keep(ofTurns("one", 2));
        open.keep(ofTurns("two", 2));
        open.keep(ofTurns("three", 2));
        open.get("local/one");

        open.makeRoom();

        assertThat(open.get("local/two")).isNull();
        assertThat(open.get("local/one")).isNotNull();
        assertThat(open.get("local/three")).isNotNull();
    }

    @Test
    void oneThatIsTooLongByItselfStays() {
        open.keep(ofTurns("one", 2));
        open.keep(ofTurns("long", 9));
        open.makeRoom();
        assertThat(open.get("local/long")).isNotNull();
        assertThat(open.get("local/one")).isNull();
    }
}
