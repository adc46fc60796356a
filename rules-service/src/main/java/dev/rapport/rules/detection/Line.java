package dev.rapport.rules.detection;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of the input that is not blank. */
sealed interface Line {

    /** A turn. */
    record Spoken(SpokenLine said) implements Line {
    }

    /**
     * No turn. It costs nothing but itself.
     *
     * @param conversation as far as it could be read; null otherwise
     * @param turn as far as it could be read; null otherwise
     * @param error place and reason: {@code file:line:column: what}
     */
    record Broken(JsonNode conversation, JsonNode turn, String error) implements Line {
    }
}
