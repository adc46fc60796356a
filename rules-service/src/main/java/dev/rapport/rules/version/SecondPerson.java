package dev.rapport.rules.version;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Somebody who approves and has written nothing of what they approve. There is no other way to make one. */
public final class SecondPerson {

    private final State.Signed signed;

    private SecondPerson(State.Signed signed) {
        this.signed = signed;
    }

    /** @return empty for one of the authors */
    static Optional<SecondPerson> of(String person, Set<String> authors, Instant at) {
        return authors.contains(person)
                ? Optional.empty()
                : Optional.of(new SecondPerson(new State.Signed(person, at)));
    }

    State.Signed signed() {
        return signed;
    }
}
