package dev.rapport.rules.vocabulary;

import java.util.Optional;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;

/** Which turn a condition is about, seen from the current one. */
public enum Ref {
    THE_TURN("the turn"), OTHER_SIDES_LAST("the other side's last turn"), PARTNERS_LAST(
            "the partner's last turn"), LEARNERS_LAST("the learner's last turn");

    private final String words;

    Ref(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    String possessive() {
        return words + "'s";
    }

    Optional<SeenTurn> in(Moment moment) {
        return switch (this) {
            case THE_TURN -> Optional.of(moment.current());
            case OTHER_SIDES_LAST -> moment.otherSidesLast();
            case PARTNERS_LAST -> moment.lastOf(Role.PARTNER);
            case LEARNERS_LAST -> moment.lastOf(Role.LEARNER);
        };
    }
}
