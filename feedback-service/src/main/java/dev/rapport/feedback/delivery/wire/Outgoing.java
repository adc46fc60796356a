package dev.rapport.feedback.delivery.wire;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A request to a receiver. Says nothing of itself: its address and headers may hold secrets, its body somebody's words.
 *
 * @param method {@code POST} or {@code PUT}
 * @param alsoTaken answers outside 200 to 299 that mean that the receiver has it
 */
public record Outgoing(String method, URI url, Map<String, String> headers, String body, Set<Integer> alsoTaken) {

    public Outgoing {
        headers = Map.copyOf(headers);
        alsoTaken = Set.copyOf(alsoTaken);
    }

    @Override
    public String toString() {
        return "Outgoing";
    }
}
