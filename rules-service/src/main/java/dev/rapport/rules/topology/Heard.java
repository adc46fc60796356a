package dev.rapport.rules.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventType;
import dev.rapport.events.Ids;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;

/** What a record of the turns topic turned out to be. Everything behind this door may trust what it is given. */
sealed interface Heard {

    record Said(Event event) implements Heard {
    }

    /** Somebody newer said something this version has no name for. */
    record Unknown() implements Heard {
    }

    /** Neither. {@code reason} holds none of its content. */
    record Unreadable(String reason) implements Heard {
    }

    static Heard read(byte[] key, byte[] value, Headers headers) {
        Header typed = headers.lastHeader(CloudEvents.TYPE);
        if (typed == null || typed.value() == null) {
            return new Unreadable("no " + CloudEvents.TYPE + " header");
        }
        Optional<EventType> type = EventType.of(new String(typed.value(), StandardCharsets.UTF_8));
        if (type.isEmpty()) {
            return new Unknown();
        }
        if (key == null) {
            return new Unreadable("no key");
        }
        if (value == null) {
            return new Unreadable("no value");
        }
        try {
            Event event = EventJson.read(value, type.get().record());
            String wrong = wrongWith(event);
            if (wrong == null && !Arrays.equals(key, event.key().getBytes(StandardCharsets.UTF_8))) {
                wrong = "the key is not that of its tenant and conversation";
            }
            return wrong == null ? new Said(event) : new Unreadable(wrong);
        } catch (EventJson.UnreadableEvent unreadable) {
            return new Unreadable(unreadable.getMessage());
        }
    }

    private static String wrongWith(Event event) {
        if (!Ids.isValid(event.tenant())) {
            return "tenant is missing or no id";
        }
        if (event instanceof ConversationOpened opened) {
            return wrongWith(opened);
        }
        if (event instanceof TurnSpoken spoken) {
            return wrongWith(spoken);
        }
        if (event instanceof ConversationClosed closed) {
            return !Ids.isValid(closed.conversation())
                    ? "conversation is missing or no id"
                    : closed.turns() != null && closed.turns() < 0 ? "turns is negative" : null;
        }
        return EventType.of(event).type() + " does not belong on this topic";
    }

    private static String wrongWith(ConversationOpened opened) {
        if (!Ids.isValid(opened.conversation())) {
            return "conversation is missing or no id";
        }
        if (!Ids.isValid(opened.learner())) {
            return "learner is missing or no id";
        }
        if (opened.kind() == null) {
            return "kind is missing";
        }
        if (opened.consent() == null || !opened.consent().given()
                || !Consent.COACHING.equals(opened.consent().purpose())) {
            return "no consent to coaching";
        }
        long learners = opened.participants().stream().map(Participant::role).filter(r -> r == Role.LEARNER).count();
        return learners == 1 ? null : "the participants are not exactly one learner and others";
    }

    private static String wrongWith(TurnSpoken spoken) {
        if (!Ids.isValid(spoken.conversation())) {
            return "conversation is missing or no id";
        }
        if (spoken.turn() < 1 || spoken.turn() > TurnKeys.LAST) {
            return "turn is not a number from 1 to " + TurnKeys.LAST;
        }
        if (spoken.role() == null) {
            return "role is missing";
        }
        if (spoken.speaker() == null) {
            return "speaker is missing";
        }
        if (spoken.text() == null) {
            return "text is missing";
        }
        if (spoken.text().length() > TurnSpoken.LONGEST_TEXT) {
            return "text is longer than " + TurnSpoken.LONGEST_TEXT + " characters";
        }
        return null;
    }
}
