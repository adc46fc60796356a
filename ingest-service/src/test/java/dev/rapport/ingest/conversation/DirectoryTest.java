package dev.rapport.ingest.conversation;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTest {

    private final Directory directory = new Directory();
    private final Known open = new Known.Open(new ConversationOpened("local", "a", "mara",
            List.of(new Participant("Mara", Role.LEARNER)), "general", null, null, new Consent(true, "coaching", null),
            null), null);
    private final Known closed = new Known.Closed(null);

    @Test
    void oldNewsDoesNotOpenAClosedConversation() {
        directory.heard("local/a", closed, 7);
        directory.heard("local/a", open, 6);

        assertThat(directory.find("local/a")).contains(closed);
    }

    @Test
    void laterNewsCounts() {
        directory.heard("local/a", open, 6);
        directory.heard("local/a", closed, 7);

        assertThat(directory.find("local/a")).contains(closed);
        assertThat(directory.find("local/b")).isEmpty();
    }

    @Test
    void anErasedConversationIsForgottenUnlessItWasOpenedAgain() {
        directory.heard("local/a", open, 6);
        directory.forget("local/a", 5);
        assertThat(directory.find("local/a")).contains(open);

        directory.forget("local/a", 7);
        assertThat(directory.find("local/a")).isEmpty();
    }
}
