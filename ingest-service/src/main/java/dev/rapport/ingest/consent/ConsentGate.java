package dev.rapport.ingest.consent;

import java.util.Optional;

import dev.rapport.events.Consent;

/** Lets a conversation in only if everybody agreed to have it used for coaching, and for nothing else. */
public final class ConsentGate {

    private ConsentGate() {
    }

    /**
     * @param consent null if nothing was told
     * @return why it may not be processed, and what to do; empty if it may
     */
    public static Optional<String> objection(Consent consent) {
        if (consent == null || !consent.given()) {
            return Optional
                    .of("A conversation is taken in only when everybody in it agreed. Ask them, then send consent"
                            + " as true with the purpose \"" + Consent.COACHING + "\".");
        }
        if (!Consent.COACHING.equals(consent.purpose())) {
            return Optional.of("Conversations are used for coaching only. If that is what everybody agreed to, send the"
                    + " purpose \"" + Consent.COACHING + "\".");
        }
        return Optional.empty();
    }
}
