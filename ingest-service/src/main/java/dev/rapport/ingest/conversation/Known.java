package dev.rapport.ingest.conversation;

import dev.rapport.events.ConversationOpened;

/** What is known of a conversation that was announced. */
public sealed interface Known {

    /** @return which upload it came from (see {@link Conversations#open}); null if it came turn by turn */
    String upload();

    /** It takes turns. */
    record Open(ConversationOpened opened, String upload) implements Known {
    }

    /** It takes no more turns. */
    record Closed(String upload) implements Known {
    }
}
