package dev.rapport.feedback.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.rapport.coaching.live.OpenTalk;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.TurnSpoken;

/** The talks that go on, from two topics whose records come in any order between them. For one thread. */
final class OpenTalks {

    /**
     * One of them.
     *
     * @param heard when something of it was last accepted
     */
    record Kept(String tenant, OpenTalk talk, Instant heard) {
    }

    private final Map<String, Kept> byKey = new HashMap<>();

    /** @param at when the event, or the turn it is about, was accepted */
    void take(Event event, Instant at) {
        if (event instanceof ConversationOpened opened) {
            Consent consent = opened.consent();
            if (consent != null && consent.given() && Consent.COACHING.equals(consent.purpose())) {
                of(event, at).opened(opened.learner());
            } else {
                byKey.remove(event.key());
            }
        } else if (event instanceof TurnSpoken spoken) {
            // of one whose opening is not known there may be more that is not known
            Kept kept = byKey.get(event.key());
            if (kept != null && kept.talk.learner() != null) {
                of(event, at).said(spoken, at);
            }
        } else if (event instanceof BehaviourObserved observed) {
            of(event, at).observed(observed, at);
        } else if (event instanceof ConversationClosed || event instanceof ConversationJudged) {
            byKey.remove(event.key());
        }
    }

    private OpenTalk of(Event event, Instant at) {
        return byKey.merge(event.key(), new Kept(event.tenant(), new OpenTalk(), at),
                (kept, fresh) -> new Kept(kept.tenant, kept.talk, at)).talk;
    }

    Collection<Kept> all() {
        return byKey.values();
    }

    /** Nobody closed it, and nothing more came. */
    void forgetSilent(Duration longest, Instant now) {
        byKey.values().removeIf(kept -> kept.heard.plus(longest).isBefore(now));
    }

    void forgetAll() {
        byKey.clear();
    }
}
