package dev.rapport.ingest.conversation;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.Ids;
import dev.rapport.events.Keys;
import dev.rapport.events.Topics;
import dev.rapport.ingest.broker.Broker;
import dev.rapport.ingest.broker.BrokerAway;
import dev.rapport.ingest.broker.Delivery;
import dev.rapport.ingest.problem.ProblemType;

/**
 * Opens, finds and closes conversations. Each change goes to {@link Topics#TURNS} first, where order matters, and once it
 * is acknowledged there to {@link Topics#CONVERSATIONS}; when that fails half way, doing it again repairs it.
 */
@ApplicationScoped
public class Conversations {

    /** Header on a record of {@link Topics#CONVERSATIONS}: which upload the conversation came from. */
    static final String UPLOAD = "rapport_upload";

    private final Broker broker;
    private final DirectoryFeed feed;

    @Inject
    Conversations(Broker broker, DirectoryFeed feed) {
        this.broker = broker;
        this.feed = feed;
    }

    /**
     * @return what is known, as of now on any replica if nothing is known yet
     * @throws BrokerAway if nothing is known and the broker cannot be asked
     */
    public Optional<Known> find(String tenant, String conversation) {
        String key = Keys.conversation(tenant, conversation);
        Optional<Known> known = feed.directory().find(key);
        if (known.isPresent() || !Ids.isValid(conversation)) {
            return known;
        }
        feed.catchUp();
        return feed.directory().find(key);
    }

    /** @return the conversation, or a problem that says why it takes no turns */
    public ConversationOpened takingTurns(String tenant, String conversation) {
        Known known = find(tenant, conversation).orElseThrow(() -> unknown());
        if (known instanceof Known.Open open) {
            return open.opened();
        }
        throw ProblemType.CONVERSATION_CLOSED
                .because("It was closed and takes no more turns. Open another one for what was said later.");
    }

    /**
     * @param upload tells one upload from another, where the whole conversation comes in one; null otherwise
     * @throws BrokerAway if it may not be open everywhere
     */
    public void open(ConversationOpened opened, String upload) {
        feed.directory().heard(opened.key(), new Known.Open(opened, upload), announce(opened, upload));
    }

    /**
     * @param upload as it was opened
     * @throws BrokerAway if it may not be closed everywhere
     */
    public void close(ConversationClosed closed, String upload) {
        feed.directory().heard(closed.key(), new Known.Closed(upload), announce(closed, upload));
    }

    static RuntimeException unknown() {
        return ProblemType.UNKNOWN_CONVERSATION
                .because("No conversation of this tenant has that id. Open it first with PUT /conversations/{id}.");
    }

    private long announce(Event event, String upload) {
        Delivery first = broker.delivery();
        first.send(broker.record(Topics.TURNS, event, Map.of()));
        first.acknowledged();
        Delivery then = broker.delivery();
        then.send(broker.record(Topics.CONVERSATIONS, event, upload == null ? Map.of() : Map.of(UPLOAD, upload)));
        return then.acknowledged();
    }
}
